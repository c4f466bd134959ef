import Finance
import Ledger
import PublicData
import SQLite
import Tabular

/// A report of a fund on Form N-PORT: what it holds on a day, line by line.
enum FundReportImport: PublishedReader {
  static let kind = (one: "holding", many: "holdings")

  static func read(
    _ input: HashedSource, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws -> Int {
    let reader = NPortReader(name: input.name, source: input.read)
    let fund = try reader.readFund()
    let place = fund.position ?? FilePlace(file: input.name, line: 1, column: 1)
    guard let day = fund.reportedOn else {
      throw reader.problems.first.first
        ?? SourceProblem(
          position: place, message: "there is no repPdDate, the day of the holdings")
    }
    let origin = Origin(source: try pass.cite(source(of: fund, on: day), in: transaction))
    guard let holder = try FundParty(fund).find(at: place, origin, pass, in: transaction) else {
      return 0
    }
    var load = try RecordLoad<Holding>(
      knownWhere: "t.holder_id = (SELECT id FROM party WHERE key = ?) AND t.as_of_until = ?",
      [holder, day], in: transaction)
    var before = load.keys
    var mapper = try HoldingMapper(holder: holder, on: day, origin, in: transaction)
    let pieces = ReadAhead(most: 8) { try piece(of: reader) }
    defer { pieces.stop() }
    while let lines = try pieces.next() {
      for line in lines {
        let holding = try mapper.holding(line, pass, in: transaction)
        before.remove(holding.key)
        try load.save(holding, with: &pass.writer, in: transaction)
      }
      try pass.checkInterruption()
    }
    pass.refusals.add(reader.problems)
    if mapper.count > 0 { tell(before, of: holder, on: day, at: place, pass) }
    pass.notes += mapper.notes
    return mapper.count
  }

  /// The next lines; nil at the end.
  private static func piece(of reader: NPortReader) throws -> [NPortHolding]? {
    var lines: [NPortHolding] = []
    while lines.count < 32, let line = try reader.next() { lines.append(line) }
    return lines.isEmpty ? nil : lines
  }

  /// An amended report may leave out what an earlier one had; that is the reader's to decide on.
  private static func tell(
    _ left: Set<String>, of holder: String, on day: Day, at place: FilePlace,
    _ pass: PublishedPass
  ) {
    guard !left.isEmpty else { return }
    let listed = left.sorted().prefix(5).joined(separator: ", ")
    pass.warnings.add(
      place,
      "\(left.count) of the holdings on file of \(holder) on \(day) are not in this report and "
        + "stay: \(listed)\(left.count > 5 ? ", …" : "")",
      hint: "if the report replaces an earlier one, undo that import first")
  }

  /// A report says neither its address nor the day it was filed on.
  private static func source(of fund: NPortFund, on day: Day) -> Source {
    let name = fund.series ?? fund.registrant ?? "a fund"
    let filer = fund.seriesID ?? fund.cik
    var source = Source(
      key: RecordKey.normalised("sec/nport/\(filer ?? fund.lei ?? name)/\(day)"))
    source.kind = "filing"
    source.title = "Form \(fund.form ?? "N-PORT") of \(name), \(day)"
    source.publisher = fund.registrant ?? name
    source.url = filer.map {
      "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=\($0)&type=NPORT-P"
    }
    (source.grade, source.language) = ("P", "en")
    return source
  }
}
