public import Foundation

/// Programs of the system that tests hold ours against.
public enum Shell {
  /// Runs SQL in the `sqlite3` shell, as an analyst would, and returns what it prints.
  ///
  /// - Parameters:
  ///   - file: the database.
  ///   - sql: statements, or commands of the shell such as `.mode csv`, one a line.
  ///   - options: of the shell, such as `-csv`, `-header` or `-readonly`.
  /// - Throws: `ShellFailure` when it reports an error; nothing after the error is run.
  public static func sqlite3(_ file: URL, _ sql: String, options: [String] = []) throws -> String {
    let outcome = try run(
      ["sqlite3", "-batch", "-bail"] + options + [file.path(percentEncoded: false)],
      input: sql + "\n")
    guard outcome.status == 0, outcome.stderr.isEmpty else {
      throw ShellFailure(outcome: outcome)
    }
    return outcome.stdout
  }

  /// Runs a command of the system, which finds `deals` and nobody's settings.
  public static func run(
    _ command: [String], input: String = "", in directory: URL? = nil
  ) throws -> ProcessOutcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let own = DealsProcess.executable.deletingLastPathComponent().path(percentEncoded: false)
    let variables = [
      "PATH": "\(own):\(path)", "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1",
    ]
    return try ChildProcess.run(
      URL(filePath: "/usr/bin/env"), command,
      environment: DealsProcess.environment.merging(variables) { $1 }, input: Data(input.utf8),
      in: directory)
  }
}

/// A program of the system that ended in an error.
public struct ShellFailure: Error, CustomStringConvertible {
  /// What it wrote, and how it ended.
  public let outcome: ProcessOutcome

  /// What it wrote to standard error.
  public var description: String { "status \(outcome.status): \(outcome.stderr)" }
}
