public import Finance
public import Tabular

/// One figure that a company reported in a filing, as the SEC's companyfacts give it.
public struct CompanyFact: Hashable, Sendable {
  /// The list of concepts: `us-gaap`, `dei`, `ifrs-full`.
  public let taxonomy: String
  /// The concept, as `LongTermDebtNoncurrent`.
  public let concept: String
  /// The unit: `USD`, `shares`, `USD/shares`.
  public let unit: String
  /// The figure.
  public let value: ExactDecimal
  /// The first day of its period; `nil` for a balance.
  public let startsOn: Day?
  /// The last day of its period, or the day of the balance.
  public let endsOn: Day
  /// The filing that reported it.
  public let accession: String
  /// The fiscal year of the filing, which need not be that of the figure.
  public let fiscalYear: Int?
  /// The fiscal period of the filing: `FY`, `Q1`.
  public let fiscalPeriod: String?
  /// The form: `10-K`, `10-Q`, `8-K`.
  public let form: String
  /// The day of the filing.
  public let filedOn: Day
  /// The calendar period that the SEC counts it to, where this is the figure it shows for it.
  public let frame: String?
  /// Where it begins in the file.
  public let position: SourcePosition
}
