/// Why a claim cannot be added or changed, every problem at once. Nothing was written.
public struct ClaimRefused: Error, Equatable, CustomStringConvertible {
  /// What is wrong, each as a sentence.
  public let problems: [String]

  /// One with what is given.
  public init(_ problems: String...) {
    self.problems = problems
  }

  /// One with what is given.
  public init(problems: [String]) {
    self.problems = problems
  }

  /// What the user reads, a problem a line.
  public var description: String { problems.joined(separator: "\n") }
}
