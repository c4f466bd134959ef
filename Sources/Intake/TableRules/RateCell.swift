import Finance

/// What a field takes of a rate as the trade writes it.
enum RateField: Sendable {
  /// All of it: a coupon, or a spread with its benchmark.
  case whole
  /// A spread; its benchmark goes beside it.
  case spread

  /// Nil for a field that holds no rate of a tranche.
  init?(_ name: String, target: TableRules.Target) {
    let path = name.split(separator: "/")
    guard target == .sheet ? path.count == 1 : path.first == "tranches" else { return nil }
    switch path.last {
    case "rate": self = .whole
    case "spread_bps": self = .spread
    default: return nil
    }
  }

  /// The fields in which what a cell says comes to stand.
  var parts: [String] {
    let ofSpread = ["spread_bps", "spread_bps_high", "benchmark", "floor_pct"]
    return self == .whole ? ["coupon_pct"] + ofSpread : ofSpread
  }
}

/// Reads cells that hold a rate: `S+225`, `SOFR + 2.25%, floor 0.5%`, `10 7/8%`, `475-500 bps`.
struct RateCell {
  let reading: ValueReading
  /// The currency of the row: `S+225` in pounds is SONIA.
  let currency: Currency?

  /// What a cell says, by the last part of the names of fields.
  func parts(_ text: String, for field: RateField) throws(CellFault) -> [String: String] {
    guard field == .spread else { return try parts(rate(text)) }
    do throws(CellFault) {
      return try plainSpread(text)
    } catch {
      guard let rate = try? RateText.read(text, language: reading.language, currency: currency)
      else { throw error }
      guard rate.benchmark != nil else {
        throw CellFault(
          "“\(text)” is a coupon and no spread: \(rate)",
          hint: "a field called rate takes spreads and coupons alike")
      }
      return try parts(rate)
    }
  }

  /// A percentage with a fraction, or with words beside it: `10 7/8%`, `fixed 5%`.
  ///
  /// - Parameter fault: What is said of a text that is no rate either.
  func percent(_ text: String, otherwise fault: CellFault) throws(CellFault) -> String {
    guard let rate = try? RateText.read(text, language: reading.language, currency: currency)
    else { throw fault }
    guard rate.benchmark == nil else {
      throw CellFault(
        "“\(text)” is a spread: \(rate)", hint: "of a tranche the field rate takes it")
    }
    return try parts(rate)["coupon_pct"] ?? ""
  }

  private func rate(_ text: String) throws(CellFault) -> RateReading {
    do throws(ReadingError) {
      return try RateText.read(text, language: reading.language, currency: currency)
    } catch {
      throw CellFault(
        "\(error)",
        hint: "write 6.75% or S+225; columns of plain numbers are coupon_pct or spread_bps")
    }
  }

  /// Basis points without a benchmark, one or from one to another.
  private func plainSpread(_ text: String) throws(CellFault) -> [String: String] {
    let ends = text.split(omittingEmptySubsequences: false) { "-–—".contains($0) }
      .map { CellWords.trimmed(String($0)) }
    guard ends.count == 2, ends.allSatisfy({ $0.first?.isNumber == true }) else {
      return ["spread_bps": try ValueReader.number(text, reading)]
    }
    // What stands behind the high end holds for both.
    let unit = ends[1].drop { $0.isNumber || ".,".contains($0) }
    let low = try ValueReader.number(ends[0] + unit, reading)
    let high = try ValueReader.number(ends[1], reading)
    guard let least = Double(low), let most = Double(high), least < most else {
      throw CellFault("“\(text)” does not go from less to more")
    }
    return ["spread_bps": low, "spread_bps_high": high]
  }

  /// What a ledger has fields for; a rate that says more is refused.
  private func parts(_ rate: RateReading) throws(CellFault) -> [String: String] {
    guard rate.qualifier == .exact || rate.qualifier == .range, rate.payment == .cash,
      rate.inKindPercent == nil
    else {
      throw CellFault(
        "“\(rate)” is more than one rate in money says",
        hint: "leave it out with words:, and say it in a document's terms")
    }
    var parts: [String: String] = [:]
    parts["floor_pct"] = rate.floorPercent.map { "\($0)%" }
    guard let benchmark = rate.benchmark else {
      guard rate.low == rate.high else {
        throw CellFault(
          "a tranche has one coupon, and here are several: \(rate)",
          hint: "leave it out with words: until it is known")
      }
      parts["coupon_pct"] = "\(rate.low)%"
      return parts
    }
    parts["benchmark"] = benchmark.rawValue
    parts["spread_bps"] = "\(rate.low)"
    if rate.low != rate.high { parts["spread_bps_high"] = "\(rate.high)" }
    return parts
  }
}
