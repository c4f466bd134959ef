internal import Finance
internal import SQLite
internal import Tabular

/// An amount of a row with every digit: a claim is told as it was made.
enum TraceAmount {
  static func text(_ row: borrowing Row, qualifier: String) throws -> String? {
    let code: String = try row("currency", as: String?.self) ?? ""
    let measure = try row("measure", as: String?.self).map { ", \($0.words)" } ?? ""
    if let amount: Int64 = try row("amount_minor") {
      let exact = qualifier == "exact" ? "" : "\(qualifier.words) "
      return "\(exact)\(code) \(scaled(amount, code))\(measure)"
    }
    guard let low: Int64 = try row("amount_low_minor"),
      let high: Int64 = try row("amount_high_minor")
    else { return nil }
    return "\(code) \(range(scaled(low, code), scaled(high, code)))\(measure)"
  }

  private static func scaled(_ minor: Int64, _ code: String) -> String {
    guard let currency = Currency(code: code) else { return "\(minor) minor units" }
    return Money(minorUnits: minor, currency: currency).scaled
  }

  /// A unit that both ends have is told once.
  private static func range(_ low: String, _ high: String) -> String {
    let unit = low.suffix(3)
    guard high.hasSuffix(unit), [" bn", " mn"].contains(unit) else { return "\(low) to \(high)" }
    return "\(low.dropLast(3)) to \(high)"
  }
}
