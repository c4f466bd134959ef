/// A rate that an agreement changes on given days, as margins that step up do.
public struct RateSteps: Hashable, Sendable {
  /// A rate and the day from which it holds.
  public struct Step: Hashable, Sendable {
    /// The first day of the rate.
    public let from: Day
    /// The rate.
    public let rate: Double

    /// A rate from a day on.
    public init(from: Day, rate: Double) {
      self.from = from
      self.rate = rate
    }
  }

  /// The rate before the first step.
  public let initial: Double
  /// The steps in order of time.
  public let steps: [Step]

  /// A rate that never changes.
  public init(_ rate: Double) {
    initial = rate
    steps = []
  }

  /// A rate and its changes, in any order.
  ///
  /// - Throws: `BondError.stepTwice` when two are on one day.
  public init(_ initial: Double, steps: [Step]) throws(BondError) {
    let steps = steps.sorted { $0.from < $1.from }
    for (step, next) in zip(steps, steps.dropFirst()) where step.from == next.from {
      throw .stepTwice(step.from)
    }
    self.initial = initial
    self.steps = steps
  }

  /// The rate that holds on a day.
  public func rate(on day: Day) -> Double {
    steps.last { $0.from <= day }?.rate ?? initial
  }
}
