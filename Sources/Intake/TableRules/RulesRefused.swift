public import Tabular

/// A rules file that cannot be used, with everything that is wrong with it.
public struct RulesRefused: Error, CustomStringConvertible {
  /// What is wrong, in the order of the file.
  public let problems: [SourceProblem]

  /// What the user reads.
  public var description: String {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    return (problems.map(\.description) + ["\(count); nothing was read with these rules"])
      .joined(separator: "\n")
  }
}
