extension ExactDecimal {
  /// The number in full with a comma between groups of three digits: `23,250,000,000`, `0.125`.
  ///
  /// For readers, who would have to count zeros; `ExactDecimal.init(_:)` does not read it back.
  public var grouped: String {
    let text = description
    let sign = text.hasPrefix("-") ? "-" : ""
    let whole = Array(text.dropFirst(sign.count).prefix { $0 != "." })
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + grouped + text.dropFirst(sign.count + whole.count)
  }
}
