/// Makes a reading of the pieces of a rate, in one language or in any.
struct RateAssembly {
  let parser: RateParser
  let language: TextLanguage?

  /// The reading.
  ///
  /// - Throws: `ReadingError` when parts are missing, too many, or may be two things.
  func reading() throws(ReadingError) -> RateReading {
    let floors = parser.parts.filter { $0.role == .floor }
    let main = parser.parts.filter { $0.role == .rate || $0.role == .cash }
    let inKind = parser.parts.filter { $0.role == .inKind }
    guard main.count <= 1, inKind.count <= 1, floors.count <= 1 else {
      throw parser.failure("has more figures than a rate, its part in kind and its floor")
    }
    guard floors.isEmpty || parser.benchmark != nil else {
      throw parser.failure("has a floor and no benchmark that it holds up")
    }
    var reading = try rate(main.first ?? inKind.first)
    if let part = inKind.first, !main.isEmpty { reading.inKindPercent = try percent(part) }
    reading.payment = parser.isToggle ? .toggle : main.isEmpty && !inKind.isEmpty ? .inKind : .cash
    if let floor = floors.first { reading.floorPercent = try percent(floor) }
    reading.benchmark = parser.benchmark
    reading.form = parser.form
    reading.termMonths = parser.termMonths
    guard reading.benchmark != nil || reading.form == nil && reading.termMonths == nil else {
      throw parser.failure("names a term and no benchmark")
    }
    return reading
  }

  /// The figure of the rate or spread.
  private func rate(_ part: RatePart?) throws(ReadingError) -> RateReading {
    guard let part else {
      guard parser.isZero || parser.isFlat && parser.benchmark != nil else {
        throw parser.failure("names no figure")
      }
      return RateReading(low: .zero, high: .zero)
    }
    guard !parser.isZero, !parser.isFlat else { throw parser.failure("says zero and a figure") }
    let values = parser.benchmark == nil ? try percents(part) : try spreads(part)
    guard let low = values.first, let high = values.last, low <= high else {
      throw parser.failure("is a range from the higher to the lower")
    }
    var reading = RateReading(low: low, high: high)
    if values.count == 2 {
      guard parser.qualifier == nil || parser.qualifier == .about else {
        throw parser.failure("says both range and \(parser.qualifier?.rawValue ?? "")")
      }
      reading.qualifier = .range
    } else {
      reading.qualifier = parser.qualifier ?? .exact
    }
    return reading
  }

  /// The ends of a rate in percent a year.
  private func percents(_ part: RatePart) throws(ReadingError) -> [ExactDecimal] {
    guard parser.isOnTop == nil else { throw parser.failure("names no benchmark") }
    switch part.unit {
    case .percent?: return try each(part) { $0.percents() }
    case .basisPoint?, .percentagePoint?:
      throw parser.failure("is a spread and names no benchmark")
    default:
      let figure = try each(part) { $0.percents() }.map(\.grouped).joined(separator: " to ")
      throw ReadingError(
        parser.text, "names no unit, and may be",
        readings: ["\(figure) percent a year", "\(figure) basis points over a benchmark not named"])
    }
  }

  /// The ends of a spread in basis points.
  private func spreads(_ part: RatePart) throws(ReadingError) -> [ExactDecimal] {
    guard let isOnTop = parser.isOnTop else {
      throw parser.failure("does not say whether the figure is over or under the benchmark")
    }
    let points: [ExactDecimal]
    switch part.unit {
    case .percent?, .percentagePoint?: points = try each(part) { $0.percents() }.map(basisPoints)
    case .basisPoint?: points = try each(part) { $0.values(in: language) }
    default: points = try unnamed(part)
    }
    guard points.allSatisfy({ $0 < ExactDecimal(100_000) }) else {
      throw parser.failure("is a spread of a thousand percent or more")
    }
    return isOnTop ? points : points.reversed().map(\.negated)
  }

  /// A spread without a unit is one of basis points, unless it could be one of percent: up to 30
  /// and with decimals. Right behind a short form like `T+` no whole number is percent.
  private func unnamed(_ part: RatePart) throws(ReadingError) -> [ExactDecimal] {
    let values = try each(part) { $0.values(in: language) }
    let isWhole = values.allSatisfy(\.isWhole)
    if isWhole, parser.isAbbreviated || values.allSatisfy({ ExactDecimal(30) < $0 }) {
      return values
    }
    let figure = values.map(\.grouped).joined(separator: " to ")
    let name = parser.benchmark?.name ?? ""
    throw ReadingError(
      parser.text, "names no unit, and may be",
      readings: ["\(figure) basis points over \(name)", "\(figure) percent over \(name)"])
  }

  /// One figure in percent, of a floor or a part in kind.
  private func percent(_ part: RatePart) throws(ReadingError) -> ExactDecimal {
    guard part.ends.count == 1, let unit = part.unit else {
      throw parser.failure("has a further figure without a unit, or a range of it")
    }
    if unit == .basisPoint {
      return try each(part) { $0.values(in: language) }.map(hundredth).first ?? .zero
    }
    return try each(part) { $0.percents() }.first ?? .zero
  }

  /// The value of each end, which must be one.
  private func each(
    _ part: RatePart, _ values: (RateNumber) -> [ExactDecimal]
  ) throws(ReadingError) -> [ExactDecimal] {
    var ends: [ExactDecimal] = []
    for number in part.ends {
      let readings = values(number)
      guard let value = readings.first else {
        throw parser.failure("has “\(number.numeral)”, which is no figure of a rate")
      }
      guard readings.count == 1 else {
        throw ReadingError(
          parser.text, "is ambiguous, for “\(number.numeral)” may be",
          readings: readings.map(\.grouped))
      }
      ends.append(value)
    }
    return ends
  }

  private func basisPoints(_ percent: ExactDecimal) -> ExactDecimal {
    (try? percent.timesPowerOfTen(2)) ?? percent
  }

  private func hundredth(_ points: ExactDecimal) -> ExactDecimal {
    (try? points.timesPowerOfTen(-2)) ?? points
  }
}
