public import Ledger

/// What a report is about.
public struct ReportOptions: Sendable {
  /// The day asked about, `YYYY-MM-DD`.
  public let asOf: String
  /// The currency of the amounts; nil for US dollars.
  public let currency: String?
  /// The earlier state of the ledger that is asked.
  public let earlier: EarlierQuestion
  /// The parts that are wanted, by their names; empty for all.
  public let only: [String]

  /// One with what is given.
  public init(asOf: String, currency: String?, earlier: EarlierQuestion, only: [String]) {
    self.asOf = asOf
    self.currency = currency
    self.earlier = earlier
    self.only = only
  }

  /// The names of all parts, in the order of the page.
  public static var parts: [String] { ReportParts.all.map(\.id) }

  /// What every query is asked with that knows these parameters.
  var values: [String: String] {
    var values = ["as_of": asOf]
    if let currency { values["currency"] = currency }
    return values
  }

  /// The options of commands that ask the same state.
  var earlierOptions: [String] {
    (earlier.knownAt.map { ["--known-at \($0)"] } ?? [])
      + (earlier.publishedBy.map { ["--published-by \($0)"] } ?? [])
  }
}
