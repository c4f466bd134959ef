public import Finance
internal import Markup
public import Tabular

/// The fund that a report on Form N-PORT is about.
///
/// The names are those of the SEC's EDGAR Form N-PORT XML technical specification.
public struct NPortFund: Hashable, Sendable {
  /// The form: `NPORT-P`, with `/A` an amendment.
  public internal(set) var form: String?
  /// The registrant, of which the fund is a series (`regName`).
  public internal(set) var registrant: String?
  /// The registrant's CIK, ten digits (`regCik`).
  public internal(set) var cik: String?
  /// The registrant's LEI (`regLei`).
  public internal(set) var registrantLEI: String?
  /// The name of the fund (`seriesName`).
  public internal(set) var series: String?
  /// Its EDGAR series number, as `S000012000` (`seriesId`).
  public internal(set) var seriesID: String?
  /// Its LEI (`seriesLei`).
  public internal(set) var lei: String?
  /// The day as of which the holdings are told (`repPdDate`).
  public internal(set) var reportedOn: Day?
  /// The end of the fund's fiscal year, mostly a later day (`repPdEnd`).
  public internal(set) var fiscalYearEndsOn: Day?
  /// Total assets in US dollars (`totAssets`).
  public internal(set) var totalAssets: ExactDecimal?
  /// Total liabilities in US dollars (`totLiabs`).
  public internal(set) var totalLiabilities: ExactDecimal?
  /// Net assets in US dollars, of which holdings tell their share (`netAssets`).
  public internal(set) var netAssets: ExactDecimal?
  /// Where the general information begins.
  public internal(set) var position: SourcePosition?

  mutating func read(_ fields: inout ElementFields) {
    switch fields.element.name {
    case "submissionType": form = GivenText.given(fields.element.text)
    case "genInfo":
      registrant = fields.text("regName")
      cik = fields.text("regCik").map { String(repeating: "0", count: 10 - min(10, $0.count)) + $0 }
      registrantLEI = fields.identifier("regLei")
      series = fields.text("seriesName")
      seriesID = fields.identifier("seriesId")
      lei = fields.identifier("seriesLei")
      reportedOn = fields.day("repPdDate")
      fiscalYearEndsOn = fields.day("repPdEnd")
      position = fields.element.position
    default:
      totalAssets = fields.decimal("totAssets")
      totalLiabilities = fields.decimal("totLiabs")
      netAssets = fields.decimal("netAssets")
    }
  }
}
