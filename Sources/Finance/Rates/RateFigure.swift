/// A rate for some time, or what is missing to know it.
enum RateFigure: Hashable, Sendable {
  /// From the terms and published rates.
  case known(ExactRate)
  /// From a rate that was assumed.
  case assumed(ExactRate)
  /// Not to be had.
  case unknown(MissingFigure)

  /// The rate; `nil` when unknown.
  var rate: ExactRate? {
    switch self {
    case .known(let rate), .assumed(let rate): rate
    case .unknown: nil
    }
  }

  /// Whether it rests on an assumption.
  var isAssumed: Bool {
    if case .assumed = self { true } else { false }
  }

  /// An amount that the rate has led to, as certain as the rate is.
  func certainty(of amount: FlowAmount) -> FlowAmount {
    switch self {
    case .known: amount
    case .assumed: amount.assuming
    case .unknown(let missing): .unknown(missing)
    }
  }

  /// The rate with a margin on it.
  func adding(_ margin: ExactRate) -> RateFigure {
    switch self {
    case .known(let rate): .known(rate.adding(margin))
    case .assumed(let rate): .assumed(rate.adding(margin))
    case .unknown: self
    }
  }
}
