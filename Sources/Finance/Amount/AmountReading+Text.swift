extension AmountReading: CustomStringConvertible {
  /// The reading in the ledger's own words: `up_to 100000000000 USD`, `about 2.5 percentage_point`.
  public var description: String {
    var parts: [String] = []
    if qualifier != .exact { parts.append(qualifier.rawValue) }
    if let value {
      parts.append(denominator == 1 ? value.description : "\(value)/\(denominator)")
    } else if let low, let high {
      parts.append("\(low) to \(high)")
    }
    if let currency {
      parts.append(currency)
    } else if unit != .number, unit != .fraction {
      parts.append(unit.rawValue)
    }
    if let period { parts.append("a \(period.rawValue)") }
    if nuance != .plain { parts.append("(\(nuance.rawValue))") }
    return parts.joined(separator: " ")
  }
}
