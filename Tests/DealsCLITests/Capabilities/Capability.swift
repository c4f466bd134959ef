import TestSupport
import Testing

/// Something that a ledger of financing deals is asked for, and whether this one can do it.
struct Capability: Sendable, CustomTestStringConvertible {
  /// `1` to `100`, and `S1` to `S17` for the ways of financing.
  let number: String
  let area: String
  let name: String
  /// `works` or `declined`.
  let verdict: String
  /// How it is done, or why it is declined.
  let how: String
  /// What of it is declined, and why; empty where nothing is.
  let declined: String
  /// What to type; empty where it is declined.
  let command: String
  /// What the command must print.
  let shows: String

  /// One of a line of `capabilities.tsv`.
  init(_ cells: [String]) {
    (number, area, name, verdict) = (cells[0], cells[1], cells[2], cells[3])
    (how, declined, command, shows) = (cells[4], cells[5], cells[6], cells[7])
  }

  var testDescription: String { "\(number) \(name)" }

  static func all() throws -> [Capability] {
    try RepositoryFile.table("capabilities.tsv").map(Capability.init)
  }
}
