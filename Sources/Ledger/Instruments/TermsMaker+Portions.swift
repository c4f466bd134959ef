import Finance

/// The parts of a principal that fall due on days of their own, and the rest at maturity.
struct PortionPlan {
  /// The days of all parts but the last one, with their amounts.
  let instalments: [Repayment.Instalment]
  /// The last of the days, where it is after maturity.
  let extended: Day?
}

extension TermsMaker {
  /// How the portions on record share the principal out; nil where there is none, or the person who
  /// asks says how principal is repaid.
  ///
  /// - Parameter lent: all that is drawn, in minor units.
  mutating func portionPlan(maturity: Day, lent: Int64?) throws -> PortionPlan? {
    guard !stored.portions.isEmpty, given.maturity == nil, given.repayment == nil else {
      return nil
    }
    var parts: [(day: Day, units: Int64)] = []
    for portion in stored.portions {
      guard let day = portion.matures.until else { continue }
      guard let units = portion.minorUnits else {
        throw refusal(
          "how much falls due on \(day), by an event, is not known; give --repayment or --matures")
      }
      if portion.matures.on != day { assume("a part falls due on \(day), the last possible day") }
      parts.append((day, units))
    }
    var early = try stored.repayments.map { try instalment($0, of: lent) }
    guard let lent else {
      throw refusal("how much is lent is not known; give --repayment or --matures")
    }
    let told = parts.reduce(0) { $0 + $1.units } + early.reduce(0) { $0 + $1.minorUnits }
    guard told <= lent else {
      throw refusal("more falls due by its events and repayments than is lent; give --repayment")
    }
    if lent > told { parts.append((maturity, lent - told)) }
    let last = max(maturity, parts.map(\.day).max() ?? maturity)
    early += parts.filter { $0.day < last }.map {
      Repayment.Instalment(on: $0.day, minorUnits: $0.units)
    }
    return PortionPlan(
      instalments: early.sorted { $0.day < $1.day }, extended: last > maturity ? last : nil)
  }

  /// All that is drawn: the draws on record, else the principal.
  func lent(_ principal: Int64?) -> Int64? {
    if stored.draws.isEmpty { return principal }
    return stored.draws.reduce(0 as Int64?) { sum, draw in
      sum.flatMap { sum in draw.minorUnits.map { sum + $0 } }
    }
  }
}
