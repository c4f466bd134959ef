internal import Finance
import SQLite

/// An amount that is looked for, with the rounding in which it is written: `27 billion` is what
/// rounds to 27 billion.
struct SoughtAmount {
  /// The least and the most that is written, in main units.
  private let written: ClosedRange<Double>
  /// What rounds to it; its upper end is rounded up.
  private let rounded: Range<Double>
  /// The currency that is named.
  private let currency: String?

  /// What a text may mean as an amount; none where it is a year, a share or a small number.
  static func readings(of text: String) -> [SoughtAmount] {
    AmountText.everyReading(of: text).compactMap { SoughtAmount($0) }
  }

  private init?(_ reading: AmountReading) {
    guard reading.denominator == 1, let low = reading.low ?? reading.value,
      let high = reading.high ?? reading.value, !low.isNegative
    else { return nil }
    switch reading.unit {
    case .money: break
    case .number where high >= ExactDecimal(1_000_000): break
    default: return nil
    }
    let half =
      reading.lastDigit > 0
      ? try? ExactDecimal(coefficient: 5, exponent: reading.lastDigit - 1) : .zero
    guard let half, let least = try? low.adding(half.negated), let most = try? high.adding(half)
    else { return nil }
    written = low.approximate...high.approximate
    rounded = least.approximate..<max(most.approximate, least.approximate)
    currency = reading.currency
  }
}

/// A record with an amount that was looked for.
struct FoundAmount {
  let record: FoundRecord
  /// Whether it is in another currency than the one that was named.
  let isForeign: Bool
  /// Whether it is the amount that is written, and not only what rounds to it.
  let isWritten: Bool
}

extension SoughtAmount {
  /// A view with amounts, and which of its columns tell the record they are of.
  private struct Place {
    let view, kind, key, name: String
    var measure = "measure"
    /// The words of a source that tell the amount.
    var original = "NULL"
    var condition = "1"
  }

  private static let places = [
    Place(view: "deals", kind: "'deal'", key: "deal_key", name: "deal"),
    Place(view: "contracts", kind: "'contract'", key: "contract_key", name: "contract"),
    // A remainder is what no source states.
    Place(
      view: "tranches", kind: "'tranche'", key: "tranche_key", name: "tranche",
      condition: "is_remainder = 0"),
    Place(
      view: "observations", kind: "'observation'", key: "observation_key", name: "metric",
      measure: "NULL"),
    Place(
      view: "claims", kind: "record_kind", key: "record_key", name: "record", original: "original"),
  ]

  /// The records of that amount, what stands on a record itself before what is claimed of it.
  ///
  /// - Throws: `SQLiteError`.
  func records(in database: borrowing some Database & ~Copyable) throws -> [FoundAmount] {
    let isSought = ["amount", "amount_low", "amount_high"]
      .map { "\($0) >= ?1 AND \($0) < ?2 OR \($0) BETWEEN ?3 AND ?4" }.joined(separator: " OR ")
    return try Self.places.flatMap { place in
      try database.query(
        """
        SELECT \(place.kind), \(place.key), \(place.name), qualifier, \(place.measure),
          \(place.original), currency, amount, amount_low, amount_high
        FROM \(place.view) WHERE \(place.condition) AND (\(isSought))
        """,
        [rounded.lowerBound, rounded.upperBound, written.lowerBound, written.upperBound],
        found)
    }
  }

  private func found(_ row: borrowing Row) throws -> FoundAmount {
    let figures = try [7, 8, 9].map { try row($0, as: Double?.self) }
    let code = try row(6, as: String?.self)
    var columns = AmountColumns()
    columns.qualifier = try row(3)
    columns.measure = try row(4)
    columns.currency = code
    let minor = figures.map { Self.minor($0, code) }
    (columns.minor, columns.lowMinor, columns.highMinor) = (minor[0], minor[1], minor[2])
    let words = try row(5, as: String?.self) ?? columns.text
    return FoundAmount(
      record: FoundRecord(
        kind: try row(0), key: try row(1), name: try row(2), place: .amount, text: words,
        errors: 0, isWhole: true),
      isForeign: currency != nil && code != currency,
      isWritten: figures.contains { $0.map { written.contains($0) } ?? false })
  }

  private static func minor(_ amount: Double?, _ code: String?) -> Int64? {
    guard let amount, amount.magnitude < 1e14 else { return nil }
    let exponent = code.flatMap { Currency(code: $0) }?.exponent ?? 2
    return Int64((0..<exponent).reduce(amount) { value, _ in value * 10 }.rounded())
  }
}
