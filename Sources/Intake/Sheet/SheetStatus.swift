import Finance
import Ledger

/// The events of a deal as a sheet gives them, and the states that follow.
struct SheetStatus {
  /// One date of the sheet, with the axes it sets.
  struct Step {
    let kind: TextBytes
    let days: SheetDays?
    var evidence: Evidence?
    var binding: Binding?
    var funding: Funding?
  }

  private(set) var steps: [Step]

  /// The axes ride on the dates as those of a document do: evidence on the first, binding on
  /// pricing or signing, funding on closing, and what has no date of its own on the last one.
  init(
    _ dated: [(kind: TextBytes, days: SheetDays?)], binds: (Int) -> Bool, settles: (Int) -> Bool,
    evidence: Evidence?, binding: Binding?, funding: Funding?, undated: TextBytes
  ) {
    var order = dated.indices.filter { dated[$0].days != nil }
    if order.count > 1 {
      order.sort { one, other in
        guard let first = dated[one].days?.first, let second = dated[other].days?.first,
          first != second
        else { return one < other }
        return first < second
      }
    }
    steps = order.map { Step(kind: dated[$0].kind, days: dated[$0].days) }
    if steps.isEmpty { steps = [Step(kind: undated, days: nil)] }
    let last = steps.count - 1
    steps[0].evidence = evidence
    steps[order.lastIndex(where: binds) ?? last].binding = binding
    steps[order.lastIndex(where: settles) ?? last].funding = funding
  }

  /// The states by interval, in order; none where nothing is said of the status.
  var states: [BulkState] {
    var states: [BulkState] = []
    var (evidence, binding, funding): (Evidence?, Binding?, Funding?)
    var isUndated = (false, false, false)
    for step in steps
    where step.evidence != nil || step.binding != nil || step.funding != nil {
      if let new = step.evidence { (evidence, isUndated.0) = (new, step.days == nil) }
      if let new = step.binding { (binding, isUndated.1) = (new, step.days == nil) }
      if let new = step.funding { (funding, isUndated.2) = (new, step.days == nil) }
      var state = BulkState()
      state.from = step.days?.on ?? .nothing
      state.evidence = evidence?.text ?? .nothing
      state.binding = binding?.text ?? .nothing
      state.funding = funding?.text ?? .nothing
      state.stage = Self.stage(evidence, binding, funding)
      state.isUndated = isUndated.0 || isUndated.1 || isUndated.2
      if let last = states.last, last.from.baseAddress == state.from.baseAddress {
        states.removeLast()
      }
      if !states.isEmpty { states[states.count - 1].before = state.from }
      states.append(state)
    }
    return states
  }

  private static func stage(
    _ evidence: Evidence?, _ binding: Binding?, _ funding: Funding?
  ) -> Stage? {
    guard let evidence else { return nil }
    return .deepest(
      evidence: evidence, binding: binding ?? .conditional, funding: funding ?? .unknown)
  }
}
