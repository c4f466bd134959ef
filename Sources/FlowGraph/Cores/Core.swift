/// The parties that money can leave and come back to, under one rule of what counts (domain.md
/// 6.9 and Q14).
public struct Core: Hashable, Sendable {
  /// Which flows count.
  public let step: CoreStep
  /// Its strongly connected components of two parties and more, each sorted, by first party.
  public let components: [[String]]
  /// The parties of the core of the step it narrows that are no longer in it, sorted.
  public let dropped: [String]

  /// All parties in it, sorted.
  public var parties: [String] { components.flatMap(\.self).sorted() }
}

extension FlowNetwork {
  /// The strongly connected components of two parties and more: in each, money can go from every
  /// party to every other. Each is sorted, and they go by their first party.
  public func components() -> [[String]] {
    StrongComponents(edges).members.filter { $0.count > 1 }.map { $0.map { parties[$0] } }
  }

  /// The core at each step, and who drops out of it there.
  public func cores() -> [Core] {
    var members: [CoreStep: Set<String>] = [:]
    return CoreStep.allCases.map { step in
      let components = filter(step.keeps).components()
      let parties = Set(components.flatMap(\.self))
      members[step] = parties
      let before = step.narrows.flatMap { members[$0] } ?? []
      return Core(
        step: step, components: components, dropped: before.subtracting(parties).sorted())
    }
  }
}
