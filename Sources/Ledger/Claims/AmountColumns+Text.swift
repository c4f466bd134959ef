internal import Finance

extension AmountColumns {
  /// The amount in words: `about 23,250,000,000 USD committed`.
  var text: String {
    let exponent = currency.flatMap { Currency(code: $0) }?.exponent ?? 2
    func figure(_ minor: Int64) -> String {
      ExactDecimal(minorUnits: minor, exponent: exponent).grouped
    }
    let qualifier = self.qualifier ?? "exact"
    let prefix: String? = ["about": "about", "up_to": "up to", "at_least": "at least"][qualifier]
    var words: [String?] = [prefix]
    if let lowMinor, let highMinor {
      words.append("\(figure(lowMinor)) to \(figure(highMinor))")
    } else {
      words.append(minor.map(figure) ?? "undisclosed")
    }
    words += [currency, measure.map { String($0.map { $0 == "_" ? " " : $0 }) }]
    return words.compactMap(\.self).joined(separator: " ")
  }
}
