public import Ledger

/// A result that a command works out, where no one statement gives it.
public struct CommandAnswer: Sendable {
  /// What the command does, in a line.
  public let title: String
  /// The command as it was given.
  public let command: String
  /// The rows.
  public let result: ResultSet
  /// What they rest on, in a sentence each.
  public let assumptions: [String]
  /// The keys of the records behind it, where its rows name none.
  public let records: [String]

  /// One with what is given.
  public init(
    title: String, command: String, result: ResultSet, assumptions: [String] = [],
    records: [String] = []
  ) {
    self.title = title
    self.command = command
    self.result = result
    self.assumptions = assumptions
    self.records = records
  }
}
