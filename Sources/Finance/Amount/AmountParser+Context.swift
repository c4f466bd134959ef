extension AmountParser {
  mutating func set(currency code: String) throws(ReadingError) {
    guard currency == nil || currency == code else {
      throw failure("names two currencies, \(currency ?? "") and \(code)")
    }
    currency = code
  }

  mutating func set(unit: AmountUnit, _ phrase: String) throws(ReadingError) {
    guard !figures.isEmpty, !isJoining || self.unit == unit else {
      throw failure("has no number before “\(phrase)”")
    }
    guard self.unit == nil || self.unit == unit else {
      throw failure("names two units, \(self.unit?.rawValue ?? "") and \(unit.rawValue)")
    }
    self.unit = unit
  }

  mutating func set(period: AmountPeriod) throws(ReadingError) {
    guard self.period == nil || self.period == period else { throw failure("names two periods") }
    self.period = period
  }

  /// Takes a qualifier: before the figure any, after it one that includes the figure (`or more`).
  ///
  /// After a margin `over` says what it is added to, and says nothing about the figure.
  mutating func set(
    _ new: Qualifier, _ newNuance: AmountNuance, _ phrase: String
  ) throws(ReadingError) {
    // A plus before a figure is a sign: so much more than something else.
    if figures.isEmpty || isJoining, ["+", "plus"].contains(phrase.lowercased()) {
      throw failure("has “\(phrase)” before the figure, which says by how much something grows")
    }
    if !figures.isEmpty, newNuance != .plain, !isJoining {
      if unit == .percentagePoint || unit == .basisPoint { return }
      throw failure("has “\(phrase)” after the figure")
    }
    if new == .about {
      let isBeside = qualifier != nil && qualifier != .about
      qualifier = qualifier ?? .about
      if nuance == .plain { nuance = isBeside ? .approximate : newNuance }
      return
    }
    guard qualifier == nil || qualifier == .about || qualifier == new else {
      throw failure("says both \(qualifier?.rawValue ?? "") and \(new.rawValue)")
    }
    if qualifier == .about, newNuance == .plain { nuance = .approximate }
    if newNuance != .plain { nuance = newNuance }
    qualifier = new
  }

  /// What all items together say.
  func reading() throws(ReadingError) -> AmountReading {
    guard let first = figures.first else { return try readingWithoutFigure() }
    guard !isUndisclosed else { throw failure("says that it is undisclosed beside a figure") }
    guard !isVague else { throw failure("names no exact figure beside “several”") }
    guard !isJoining, !isOpened || figures.count == 2 else {
      throw failure("begins a range and has one figure")
    }
    let unit = try unit(of: figures)
    guard figures.count == 2 else {
      return AmountReading(
        value: try scaled(first), low: nil, high: nil, denominator: first.denominator,
        qualifier: qualifier ?? .exact, nuance: nuance, unit: unit, currency: currency,
        period: period, lastDigit: (first.scale ?? 0) - first.decimals)
    }
    return try range(first, figures[1], unit)
  }

  /// The reading of a text that says that the amount is kept secret; others need a figure.
  private func readingWithoutFigure() throws(ReadingError) -> AmountReading {
    guard isUndisclosed, qualifier == nil, !isVague, !isOpened, !isNegative else {
      throw failure("names no figure")
    }
    return AmountReading(
      value: nil, low: nil, high: nil, denominator: 1, qualifier: .undisclosed, nuance: .plain,
      unit: currency == nil ? .number : .money, currency: currency, period: period, lastDigit: 0)
  }

  private func range(
    _ first: AmountFigure, _ second: AmountFigure, _ unit: AmountUnit
  ) throws(ReadingError) -> AmountReading {
    guard qualifier == nil || qualifier == .about else {
      throw failure("says both range and \(qualifier?.rawValue ?? "")")
    }
    guard first.scale == nil || second.scale != nil else {
      throw failure("has a scale word at its first figure and none at its second")
    }
    guard first.denominator == 1, second.denominator == 1 else {
      throw failure("is a range of fractions, which is not read")
    }
    let (low, high) = (try scaled(first, orBy: second.scale), try scaled(second))
    guard low <= high else { throw failure("is a range from \(low) down to \(high)") }
    return AmountReading(
      value: nil, low: low, high: high, denominator: 1, qualifier: .range,
      nuance: qualifier == .about ? .approximate : .plain, unit: unit, currency: currency,
      period: period,
      lastDigit: min(
        (first.scale ?? second.scale ?? 0) - first.decimals, (second.scale ?? 0) - second.decimals))
  }

  /// The number of a figure with its scale words multiplied in, or those of another figure.
  private func scaled(
    _ figure: AmountFigure, orBy other: Int? = nil
  ) throws(ReadingError) -> ExactDecimal {
    do throws(ExactDecimalError) {
      return try figure.value.timesPowerOfTen(figure.scale ?? other ?? 0)
    } catch {
      throw failure("cannot be read: \(error)")
    }
  }

  /// What the figures count, by their unit, currency and parts.
  private func unit(of figures: [AmountFigure]) throws(ReadingError) -> AmountUnit {
    let isFraction = figures.contains { $0.denominator != 1 }
    if let unit {
      guard currency == nil, !isFraction else {
        throw failure("names \(unit.rawValue) and \(currency ?? "a fraction") at once")
      }
      return unit
    }
    if currency != nil {
      guard !isFraction else { throw failure("names a fraction of a currency") }
      return .money
    }
    return isFraction ? .fraction : .number
  }
}
