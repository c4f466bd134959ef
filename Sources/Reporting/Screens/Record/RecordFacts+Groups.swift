internal import SQLite

/// Columns that make one line.
extension RecordFacts {
  /// Makes the line a column belongs to; false for a column that stands by itself.
  mutating func takeGroup(_ column: String) -> Bool {
    switch column {
    case "currency", "amount", "amount_low", "amount_high", "qualifier", "measure", "amount_usd",
      "low_usd", "high_usd":
      takeAmount()
    case "value" where columns.contains("value_low"): takeMeasured()
    case "stage", "evidence", "binding", "funding": takeStanding()
    case "counted": takeCounted()
    case "private_by_lender", "private_by_market", "private_as_labelled": takePrivate()
    case "rate_type", "coupon_pct", "benchmark", "spread_bps", "spread_bps_high", "floor_pct":
      takeRate()
    case "sp", "moodys", "fitch", "other_grade", "composite_grade", "composite_level", "bucket":
      takeRatings()
    // The list of sources has the rest.
    case _ where Self.ofSource.contains(column) && !columns.contains("source_key"):
      add("stated in", text("locator"), Self.ofSource)
    case "period_start_on", "period_start_until", "period_end_on", "period_end_until":
      let period = Self.days(text("period_start_on"), text("period_end_until"))
      add(
        "period", period,
        ["period_start_on", "period_start_until", "period_end_on", "period_end_until"])
    case _ where column.hasSuffix("_on") || column.hasSuffix("_until"): return takeDays(column)
    default: return false
    }
    return true
  }

  private static let ofSource = ["source", "source_url", "source_grade", "publisher", "locator"]

  /// A pair of days, or the words the source has for them.
  private mutating func takeDays(_ column: String) -> Bool {
    let stem = column.hasSuffix("_on") ? column.dropLast(3) : column.dropLast(6)
    let pair = [stem + "_on", stem + "_until", stem + "_text"].map(String.init)
    guard columns.contains(pair[0]), columns.contains(pair[1]) || stem == "first_published"
    else { return false }
    var words = text(pair[2]) ?? Self.days(text(pair[0]), text(pair[1]))
    if stem == "first_published", isTrue("first_published_is_retrieval") {
      words = words.map { $0 + ", the day it was read" }
    }
    add(String(stem).words, words, pair)
    return true
  }

  static func days(_ first: String?, _ last: String?) -> String? {
    switch (first, last) {
    case (let first?, let last?) where first != last: "\(first) to \(last)"
    case (let first?, _): first
    case (nil, let last?): "until \(last)"
    default: nil
    }
  }

  /// The amount with its bounds and what it is, and in dollars with the day of the rate.
  private mutating func takeAmount() {
    let group = [
      "currency", "amount", "amount_low", "amount_high", "qualifier", "measure", "amount_usd",
      "low_usd", "high_usd",
    ]
    var words = Self.amount(
      currency: text("currency"), number("amount"), number("amount_low"), number("amount_high"),
      qualifier: text("qualifier"))
    if let measure = text("measure"), words != nil { words? += ", \(measure.words)" }
    if words != nil, let currency = text("currency"), currency != "USD" {
      words? += inDollars.map { " (\($0))" } ?? ""
    }
    // Most terms are no amount at all.
    let isDisclosed = columns.contains("number") || text("qualifier") != "undisclosed"
    if words == nil, !isDisclosed { words = "undisclosed" }
    add("amount", words, group)
  }

  private var inDollars: String? {
    if isTrue("is_unconverted") { return "no rate to dollars" }
    let amount = Self.amount(
      currency: "USD", number("amount_usd"), number("low_usd"), number("high_usd"), qualifier: nil)
    return amount.map { $0 + (text("fx_on").map { " at the rate of \($0)" } ?? "") }
  }

  /// `USD 27.00 to 29.00 bn`, `up to EUR 5.00 bn`; nil where nothing is known.
  static func amount(
    currency: String?, _ amount: Double?, _ low: Double?, _ high: Double?, qualifier: String?
  ) -> String? {
    let before = currency.map { $0 + " " } ?? ""
    if let amount {
      let bound = ["about", "up_to", "at_least"].contains(qualifier) ? qualifier?.words : nil
      return (bound.map { $0 + " " } ?? "") + before + HumanNumber.amount(amount)
    }
    switch (low, high) {
    case (let low?, let high?) where low != high:
      return "\(before)\(HumanNumber.amount(low)) to \(HumanNumber.amount(high))"
    case (let low?, _): return (high == nil ? "at least " : "") + before + HumanNumber.amount(low)
    case (nil, let high?): return "up to \(before)\(HumanNumber.amount(high))"
    default: return nil
    }
  }

  /// A statistic in its unit, where it is no amount of money.
  private mutating func takeMeasured() {
    let group = ["value", "value_low", "value_high", "unit", "qualifier"]
    guard number("amount") == nil, number("amount_low") == nil else {
      // The amount says the same with its currency.
      used.formUnion(["value", "value_low", "value_high", "unit"])
      return
    }
    let unit = text("unit").map { " " + $0.words } ?? ""
    let bound = ["about", "up_to", "at_least"].contains(text("qualifier") ?? "")
    let before = bound ? (text("qualifier") ?? "").words + " " : ""
    let words =
      number("value").map { before + HumanNumber.written($0) }
      ?? number("value_low").map { low in
        HumanNumber.written(low)
          + (number("value_high").map { " to " + HumanNumber.written($0) } ?? "")
      }
    add("value", words.map { $0 + unit }, group)
  }

  private mutating func takeStanding() {
    let group = ["stage", "evidence", "binding", "funding"]
    let axes = [
      text("evidence")?.words, text("binding")?.words,
      text("funding").map { "funding \($0.words)" },
    ].compactMap { $0 }
    guard text("stage") != nil || !axes.isEmpty else { return used.formUnion(group) }
    let rest = axes.isEmpty ? "" : ": " + axes.joined(separator: ", ")
    let stage = text("stage") ?? (columns.contains("stage") ? "no stage" : "")
    add("standing", stage.isEmpty ? axes.joined(separator: ", ") : stage + rest, group)
  }

  private mutating func takeCounted() {
    let because = text("not_counted_because").map { ": " + $0 } ?? ""
    add("counted", isTrue("counted") ? nil : "no" + because, ["counted", "not_counted_because"])
  }

  private mutating func takePrivate() {
    let group = ["private_by_lender", "private_by_market", "private_as_labelled"]
    let words = zip(group, ["by lender", "by market", "as labelled"]).compactMap { column, words in
      text(column).map { "\($0) \(words)" }
    }
    let isKnown = group.contains { text($0) == "yes" || text($0) == "no" }
    add("private credit", isKnown ? words.joined(separator: ", ") : nil, group)
  }

  private mutating func takeRate() {
    let group = [
      "rate_type", "coupon_pct", "benchmark", "spread_bps", "spread_bps_high", "floor_pct",
    ]
    var words: [String] = []
    if let coupon = number("coupon_pct") { words.append("\(HumanNumber.written(coupon)) %") }
    if let spread = number("spread_bps") {
      let high = number("spread_bps_high").map { " to " + HumanNumber.written($0) } ?? ""
      let over = text("benchmark").map { $0.words + " + " } ?? "+ "
      words.append("\(over)\(HumanNumber.written(spread))\(high) bps")
    } else if let benchmark = text("benchmark") {
      words.append("over \(benchmark.words)")
    }
    if let floor = number("floor_pct") { words.append("floor \(HumanNumber.written(floor)) %") }
    if let type = text("rate_type") { words.append(type.words) }
    add("rate", words.joined(separator: ", "), group)
  }

  private mutating func takeRatings() {
    let group = [
      "sp", "moodys", "fitch", "other_grade", "composite_grade", "composite_level", "bucket",
    ]
    var words = zip(group, ["S&P", "Moody's", "Fitch", "other"]).compactMap { column, agency in
      text(column).map { "\(agency) \($0)" }
    }
    if let grade = text("composite_grade") {
      let level = text("composite_level").map { ", by \($0.words)" } ?? ""
      words.append("together \(grade) (\((text("bucket") ?? "").words)\(level))")
    } else if words.isEmpty, let bucket = text("bucket") {
      words.append(bucket.words)
    }
    add("rated", words.joined(separator: ", "), group)
  }
}
