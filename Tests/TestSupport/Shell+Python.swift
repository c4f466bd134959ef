public import Foundation

extension Shell {
  /// Runs a script with `python3`, and returns what it prints; `nil` where there is no `python3`.
  ///
  /// - Throws: `ShellFailure` when the script fails.
  public static func python3(_ script: URL, _ arguments: String...) throws -> String? {
    let outcome = try run(["python3", script.path(percentEncoded: false)] + arguments)
    // 126 and 127 are what `env` says of a program that it cannot run.
    if [126, 127].contains(outcome.status) { return nil }
    guard outcome.status == 0 else { throw ShellFailure(outcome: outcome) }
    return outcome.stdout
  }
}
