public import Tabular

/// What is wrong with a file of many records, of which a part may still be used.
public struct ProblemLog: Hashable, Sendable {
  /// The first hundred problems, in the order of the file.
  public private(set) var first: [SourceProblem] = []
  /// How many there are.
  public private(set) var count = 0

  /// Whether there is none.
  public var isEmpty: Bool { count == 0 }

  mutating func add(_ problem: SourceProblem) {
    count += 1
    if first.count < 100 { first.append(problem) }
  }
}
