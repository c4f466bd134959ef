import Finance
import Ledger
import PublicData
import SQLite
import Tabular

/// Saves what filings of a company say, with the filings as sources.
struct FactWriter: ~Copyable {
  private let company: String
  private let cik: String
  private let name: String
  private var load: RecordLoad<Observation>
  private let claims: FactClaims
  private var restated = 0

  init(
    company: String, cik: String, name: String, _ pass: PublishedPass,
    in transaction: borrowing Transaction
  ) throws {
    let load = try RecordLoad<Observation>(
      knownWhere: "t.subject_id = (SELECT id FROM party WHERE key = ?) AND t.kind = 'actual'",
      [company], in: transaction)
    let claims = try FactClaims(of: company, in: transaction)
    (self.company, self.cik, self.name) = (company, cik, name)
    self.load = load
    self.claims = claims
  }

  /// What is worth knowing of all figures.
  var notes: [String] {
    restated == 0
      ? []
      : [
        "\(restated) \(restated == 1 ? "figure was" : "figures were") given otherwise by a later "
          + "filing, which is followed; what came before is kept as a claim"
      ]
  }

  /// Saves a figure, and the claims of filings that differ.
  mutating func save(
    _ subject: FactSeries.Subject, _ series: FactSeries, _ pass: PublishedPass,
    in transaction: borrowing Transaction
  ) throws {
    var stated = try series.claimed.map {
      try observation(of: $0, subject, pass, in: transaction)
    }
    guard let key = stated.last?.key else { return }
    if let held = load.record(key), !claims.areOn(key) {
      switch FactSeries.relation(of: held, to: stated) {
      case .sameOrRounder: break
      case .moreExact: return pass.writer.note(unchanged: 1)
      case .another:
        stated = (stated + [held]).sorted {
          ($0.stated.on ?? .earliest) < ($1.stated.on ?? .earliest)
        }
      }
    }
    guard let latest = stated.last else { return }
    if stated.count > 1 { restated += 1 }
    if stated.count == 1, !claims.areOn(key) {
      return try load.save(latest, with: &pass.writer, in: transaction)
    }
    let made = stated.map { FactClaims.made(of: $0, isFollowed: $0 == latest) }
    if let only = made.first, made.count == 1, !claims.has(only.key, on: key) {
      return try load.save(latest, with: &pass.writer, in: transaction)
    }
    guard claims.follow(made, on: key, filedOn: latest.stated.on) else {
      // What is followed is of a later filing, or somebody decided on it: that stays, and what is
      // new stands beside it.
      for claim in made where !claims.has(claim.key, on: key) {
        try pass.writer.save(FactClaims.beside(claim), in: transaction)
      }
      pass.writer.note(unchanged: 1)
      return
    }
    pass.writer.expect(made)
    try load.save(latest, with: &pass.writer, in: transaction)
    guard made.count > 1 else { return }
    // The one that is followed first: it takes the place of another.
    for claim in made.reversed() { try pass.writer.save(claim, in: transaction) }
  }

  private func observation(
    of fact: CompanyFact, _ subject: FactSeries.Subject, _ pass: PublishedPass,
    in transaction: borrowing Transaction
  ) throws -> Observation {
    let period = [fact.startsOn, fact.endsOn].compactMap { $0?.description }
    let words = [company, subject.metric, fact.unit] + period
    var observation = Observation(key: RecordKey.normalised(words.joined(separator: "/")))
    (observation.metric, observation.kind) = (subject.metric, "actual")
    observation.subject = company
    (observation.statedBy, observation.statedByParty) = (name, company)
    (observation.stated.on, observation.stated.until) = (fact.filedOn, fact.filedOn)
    (observation.periodStart.on, observation.periodStart.until) = (fact.startsOn, fact.startsOn)
    (observation.periodEnd.on, observation.periodEnd.until) = (fact.endsOn, fact.endsOn)
    observation.figure = figure(of: fact, pass)
    observation.origin = Origin(
      source: try pass.cite(filing(of: fact), in: transaction), locator: Self.place(of: fact))
    return observation
  }

  /// The figure in its unit; money in minor units of its currency as well.
  private func figure(of fact: CompanyFact, _ pass: PublishedPass) -> Observation.Figure {
    var figure = Observation.Figure()
    (figure.value, figure.qualifier, figure.unit) = (fact.value.approximate, "exact", fact.unit)
    guard let currency = Currency(code: fact.unit) else { return figure }
    figure.currency = currency.code
    do throws(MoneyError) {
      figure.minor = try fact.value.roundedMinorUnits(of: currency).units
    } catch {
      pass.warnings.add(fact.position, "\(fact.concept): \(error); kept as a number alone")
    }
    return figure
  }

  /// The form, the accession number and the period that the filing is for.
  private static func place(of fact: CompanyFact) -> String {
    let period = [fact.fiscalPeriod, fact.fiscalYear.map(String.init)].compactMap { $0 }
    return "\(fact.form) \(fact.accession)"
      + (period.isEmpty ? "" : ", " + period.joined(separator: " "))
  }

  private func filing(of fact: CompanyFact) -> Source {
    var source = Source(key: RecordKey.normalised("sec/\(fact.accession)"))
    source.kind = "filing"
    source.title = "Form \(fact.form) of \(name), filed \(fact.filedOn)"
    source.publisher = "US Securities and Exchange Commission"
    let number = fact.accession.filter { $0 != "-" }
    let filer = cik.drop { $0 == "0" }
    source.url =
      "https://www.sec.gov/Archives/edgar/data/\(filer)/\(number)/\(fact.accession)-index.htm"
    (source.published.on, source.published.until) = (fact.filedOn, fact.filedOn)
    (source.grade, source.language) = ("P", "en")
    return source
  }
}
