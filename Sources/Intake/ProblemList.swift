public import Tabular

/// Everything that is wrong with an input, and everything worth knowing about it.
final class ProblemList {
  private(set) var problems: [SourceProblem] = []
  private(set) var warnings: [SourceProblem] = []

  func add(_ problem: SourceProblem) { problems.append(problem) }

  func warn(_ warning: SourceProblem) { warnings.append(warning) }

  var isEmpty: Bool { problems.isEmpty }

  /// What is wrong, in the order of the input.
  var inOrder: [SourceProblem] { problems.sorted { $0.position < $1.position } }
}

/// An input that was refused as a whole: nothing of it was written.
public struct ImportRefused: Error, CustomStringConvertible {
  /// At most this many problems are printed.
  public static let mostPrinted = 1_000

  /// Every problem, in the order of the input.
  public let problems: [SourceProblem]
  /// How many problems more there are, which are not told one by one.
  var untold = 0

  /// What the user reads.
  public var description: String {
    var lines = problems.prefix(Self.mostPrinted).map(\.description)
    let all = problems.count + untold
    let printed = min(problems.count, Self.mostPrinted)
    if all > printed { lines.append("… and \(all - printed) more") }
    let count = all == 1 ? "1 problem" : "\(all) problems"
    lines.append("\(count); nothing was imported")
    return lines.joined(separator: "\n")
  }
}
