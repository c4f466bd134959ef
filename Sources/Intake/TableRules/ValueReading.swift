import Finance

/// As what a cell is read, and how it is written.
struct ValueReading: Sendable {
  /// What a value is.
  enum Kind: String, Sendable, CaseIterable {
    case text, amount, number, percent
    case basisPoints = "basis_points"
    case years, date, flag
  }

  /// How days are written, beside `2025-11-03`, which is always read.
  enum DateOrder: Sendable {
    case iso, dayFirst, monthFirst, serial
    /// By letters: `DD.MM.YYYY`.
    case pattern(DatePattern)
  }

  var kind: Kind
  /// `.` or `,`; nil where nobody says which is decimal.
  var decimalMark: Character?
  /// What may stand between thousands; nil for anything that is not decimal, "" for nothing.
  var thousands: String?
  var unit = ValueUnit()
  var dates = DateOrder.iso
  /// The language of amounts and dates in words; nil where there are none.
  var language: TextLanguage?
}

/// In which unit a column is written.
struct ValueUnit: Sendable, Equatable {
  /// The power of ten to multiply with: 6 for millions, -2 for basis points read as percent.
  var exponent = 0
  /// The currency, where the unit names one.
  var currency: String?
  /// As it stands in the rules; nil where nothing is said.
  var text: String?
  /// Whether a percentage is written as a fraction.
  var isFraction = false
}

extension ValueReading.Kind {
  /// What a field of a deal sheet holds.
  init(of column: SheetColumn) {
    switch column {
    case .amount, .lenderAmount: self = .amount
    case .couponPercent, .floorPercent, .issuePricePercent, .yieldPercent, .sharePercent:
      self = .percent
    case .spreadBasisPoints, .spreadHighBasisPoints: self = .basisPoints
    case .tenorYears: self = .years
    case .announcedOn, .pricedOn, .signedOn, .closedOn, .maturesOn, .sourceDate: self = .date
    default: self = .text
    }
  }

  /// What a name of a document holds, by its last part.
  init(ofDocumentName path: String) {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    if Self.amounts.contains(name) {
      self = .amount
    } else if name.hasSuffix("_pct") {
      self = .percent
    } else if name.hasSuffix("_bps") || name == "spread_bps_high" {
      self = .basisPoints
    } else if name.hasSuffix("_on") || Self.dates.contains(name) {
      self = .date
    } else if name == "tenor_years" || name == "term_years" {
      self = .years
    } else if Self.flags.contains(name) {
      self = .flag
    } else {
      self = Self.numbers.contains(name) ? .number : .text
    }
  }

  private static let amounts: Set<String> = ["amount", "amount_low", "amount_high"]
  private static let numbers: Set<String> = [
    "fixing", "high", "low", "rate", "value", "capacity_mw", "number", "number_high", "quantity",
    "shares", "useful_life_years", "vests_quantity", "rank",
    "sequence", "price_hurdle",
  ]
  private static let dates: Set<String> = [
    "appraised", "as_of", "before", "date", "due", "ends", "in_service", "kind_from",
    "matures", "period_end", "period_start", "reached", "released", "starts",
  ]
  private static let flags: Set<String> = ["counted", "is_in_default", "secured"]
}
