/// An amount in minor units, or what is missing to know it. Never zero for what is not known.
public enum FlowAmount: Hashable, Sendable {
  /// It follows from the terms and from published rates.
  case known(Int64)
  /// It rests on a rate that was assumed, not published.
  case assumed(Int64)
  /// It cannot be said.
  case unknown(MissingFigure)

  /// The amount, known or assumed; `nil` when unknown.
  public var minorUnits: Int64? {
    switch self {
    case .known(let units), .assumed(let units): units
    case .unknown: nil
    }
  }

  /// What is missing; `nil` when the amount can be said.
  public var missing: MissingFigure? {
    if case .unknown(let missing) = self { missing } else { nil }
  }

  /// Whether it rests on an assumption.
  public var isAssumed: Bool {
    if case .assumed = self { true } else { false }
  }

  /// An amount worked out from this one, as certain as it is.
  func map(_ change: (Int64) throws(BondError) -> Int64) throws(BondError) -> FlowAmount {
    switch self {
    case .known(let units): .known(try change(units))
    case .assumed(let units): .assumed(try change(units))
    case .unknown: self
    }
  }

  /// The sum, as certain as the less certain of both.
  func adding(_ other: FlowAmount) throws(BondError) -> FlowAmount {
    guard let units = other.minorUnits else { return missing == nil ? other : self }
    let sum = try map { left throws(BondError) in
      let (sum, isOver) = left.addingReportingOverflow(units)
      guard !isOver else { throw .amountOutOfRange }
      return sum
    }
    return other.isAssumed ? sum.assuming : sum
  }

  /// The difference, as certain as the less certain of both.
  func subtracting(_ other: FlowAmount) throws(BondError) -> FlowAmount {
    try adding(other.map { -$0 })
  }

  /// The same amount as one that rests on an assumption.
  var assuming: FlowAmount {
    if case .known(let units) = self { .assumed(units) } else { self }
  }
}
