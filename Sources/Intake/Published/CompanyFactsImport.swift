import Finance
import Ledger
import PublicData
import SQLite
import Tabular

/// What a company reported in filings, as the SEC's companyfacts tell it: a statistic a concept,
/// unit and period. A value that a later filing gives otherwise is a claim beside the one followed.
enum CompanyFactsImport: PublishedReader {
  static let kind = (one: "figure", many: "figures")

  static func read(
    _ input: HashedSource, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws -> Int {
    let bytes = try input.all(most: CompanyFacts.mostBytes)
    let facts = try CompanyFacts(SourceText(bytes: bytes, name: input.name))
    let place = FilePlace(file: input.name, line: 1, column: 1)
    guard let company = try company(of: facts, at: place, pass, in: transaction) else { return 0 }
    var count = 0
    var series: [FactSeries.Subject: FactSeries] = [:]
    var order: [FactSeries.Subject] = []
    let problems = facts.eachFact { fact in
      count += 1
      let subject = FactSeries.Subject(fact)
      if series[subject] == nil { order.append(subject) }
      series[subject, default: FactSeries()].add(fact)
    }
    pass.refusals.add(problems)
    guard pass.refusals.isEmpty else { return count }
    var writer = try FactWriter(
      company: company, cik: facts.cik, name: facts.entityName, pass, in: transaction)
    for (number, subject) in order.enumerated() {
      if let facts = series[subject] { try writer.save(subject, facts, pass, in: transaction) }
      if number.isMultiple(of: 1 << 10) { try pass.checkInterruption() }
    }
    pass.notes += writer.notes
    return count
  }

  /// The company's key: by CIK, else by name; a party is made of one that nobody knew.
  private static func company(
    of facts: CompanyFacts, at place: FilePlace, _ pass: PublishedPass,
    in transaction: borrowing Transaction
  ) throws -> String? {
    guard !PartyName(facts.entityName).key.isEmpty else {
      pass.refusals.add(place, "the company has no “entityName”")
      return nil
    }
    let cik = PublishedParties.Identified(scheme: "cik", value: facts.cik)
    let origin = Origin(source: try pass.cite(source(of: facts), in: transaction))
    switch try pass.parties.resolve(
      facts.entityName, [cik], createsNearMisses: pass.options.createsParties, in: transaction)
    {
    case .unclear(let reason, let hint):
      pass.refusals.add(place, reason, hint: hint)
      return nil
    case .known(let key):
      try pass.parties.add(cik, to: key, origin, &pass.writer, in: transaction)
      return key
    case .new(let key):
      var party = Party(key: key)
      (party.name, party.kind, party.origin) = (facts.entityName, "unknown", origin)
      try pass.parties.make(party, with: &pass.writer, in: transaction)
      try pass.parties.add(cik, to: key, origin, &pass.writer, in: transaction)
      return key
    }
  }

  /// The file itself, which says under which number the company files.
  private static func source(of facts: CompanyFacts) -> Source {
    var source = Source(key: "sec/companyfacts/\(facts.cik)")
    source.kind = "reference"
    source.title = "Company facts of \(facts.entityName)"
    source.publisher = "US Securities and Exchange Commission"
    source.url = "https://data.sec.gov/api/xbrl/companyfacts/CIK\(facts.cik).json"
    (source.grade, source.language) = ("P", "en")
    return source
  }
}
