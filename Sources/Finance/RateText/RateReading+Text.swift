extension RateReading: CustomStringConvertible {
  /// The rate in plain words, as `deals read` prints it: `225 basis points over SOFR, floor 0.5
  /// percent`, `fixed, 9 to 10 percent a year`.
  public var description: String {
    var words = [qualifierWords, figureWords].compactMap(\.self).joined(separator: " ")
    if let benchmark {
      words += " \(low.isNegative ? "under" : "over") "
      if let termMonths { words += termWords(termMonths) + " " }
      if let form { words += form.name + " " }
      words += benchmark.name
    } else {
      words = rateType == "zero" ? "no interest" : "fixed, \(words)"
    }
    let parts = [words, inKindPercent.map { "\($0) percent a year more in kind" }, paymentWords]
    let floor = floorPercent.map { "floor \($0) percent" }
    return (parts + [floor]).compactMap(\.self).joined(separator: ", ")
  }

  private var figureWords: String {
    let unit = benchmark == nil ? "percent a year" : "basis points"
    guard low != high else {
      return "\(benchmark == nil ? low.grouped : low.magnitudeText) \(unit)"
    }
    return "\(low.grouped) to \(high.grouped) \(unit)"
  }

  private var qualifierWords: String? {
    switch qualifier {
    case .exact, .range, .undisclosed: nil
    case .about: "about"
    case .upTo: "up to"
    case .atLeast: "at least"
    }
  }

  private var paymentWords: String? {
    switch payment {
    case .cash: nil
    case .inKind: "paid in kind"
    case .toggle: "paid in kind or in money as the borrower chooses"
    }
  }

  private func termWords(_ months: Int) -> String {
    months.isMultiple(of: 12) && months > 12 ? "\(months / 12)-year" : "\(months)-month"
  }
}

extension ExactDecimal {
  /// The number without its sign.
  fileprivate var magnitudeText: String { (isNegative ? negated : self).grouped }
}
