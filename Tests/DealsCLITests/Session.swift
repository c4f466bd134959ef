import Foundation
import TestSupport
import Testing

/// Runs of the command as a reader follows them: what was typed, what came, how it ended.
struct Session {
  private(set) var transcript = ""

  /// Runs `deals` with arguments that are quoted as a shell would have them.
  @discardableResult
  mutating func run(
    _ arguments: String..., input: String? = nil, variables: [String: String] = [:]
  ) throws -> ProcessOutcome {
    try run(arguments, input: input, variables: variables)
  }

  /// The same with the arguments in a list.
  @discardableResult
  mutating func run(
    _ arguments: [String], input: String? = nil, variables: [String: String] = [:]
  ) throws -> ProcessOutcome {
    let outcome = try DealsProcess.run(
      arguments, input: Data((input ?? "").utf8), variables: variables)
    let typed = arguments.map { argument in
      guard argument.isEmpty || argument.contains(where: { " '\"*(".contains($0) }) else {
        return argument
      }
      return argument.contains("'") ? "\"\(argument)\"" : "'\(argument)'"
    }
    let set = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value) " }.joined()
    transcript += "$ \(set)deals \(typed.joined(separator: " "))\(input == nil ? "" : " < input")\n"
    transcript += outcome.stdout
    if !outcome.stderr.isEmpty {
      transcript += outcome.stderr.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map { "stderr: \($0)\n" }.joined()
    }
    transcript += "status: \(outcome.status)\n\n"
    return outcome
  }

  /// Expects all of it to be what the golden file has, but for moments and the ledger's hash.
  func expectGolden(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = TemporaryDirectory.url.path(percentEncoded: false)
    let moment = #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#
    try TestSupport.expectGolden(
      transcript.replacing(folder, with: "FOLDER/")
        .replacing(moment, with: "YYYY-MM-DDTHH:MM:SSZ")
        .replacing(/[0-9a-f]{64}/, with: "HASH").withoutLedgerHash,
      name, sourceLocation: sourceLocation)
  }
}

extension String {
  /// The text with the same digits for the hash of any ledger.
  var withoutLedgerHash: String {
    replacing(/ledger [0-9a-f]{12}/, with: "ledger 0123456789ab")
  }
}
