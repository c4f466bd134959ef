public import Foundation

/// What a program that was run wrote, and how it ended.
public struct ProcessOutcome: Sendable, Equatable {
  /// What it wrote to standard output.
  public var stdout: String
  /// What it wrote to standard error.
  public var stderr: String
  /// Its exit status; 128 and the signal's number when a signal ended it, as shells have it.
  public var status: Int32
}

/// Runs programs with an environment of ours alone.
public enum ChildProcess {
  /// Runs a program to its end.
  ///
  /// Its output goes to files rather than pipes: none can fill up while nobody reads.
  public static func run(
    _ executable: URL, _ arguments: [String], environment: [String: String], input: Data?,
    in directory: URL?
  ) throws -> ProcessOutcome {
    let folder = try TemporaryDirectory.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let stdin = folder.appending(path: "stdin")
    let stdout = folder.appending(path: "stdout")
    let stderr = folder.appending(path: "stderr")
    try (input ?? Data()).write(to: stdin)
    try Data().write(to: stdout)
    try Data().write(to: stderr)

    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = directory
    let handles = (
      try FileHandle(forReadingFrom: stdin), try FileHandle(forWritingTo: stdout),
      try FileHandle(forWritingTo: stderr)
    )
    process.standardInput = handles.0
    process.standardOutput = handles.1
    process.standardError = handles.2
    try process.run()
    process.waitUntilExit()

    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return ProcessOutcome(
      stdout: String(decoding: try Data(contentsOf: stdout), as: UTF8.self),
      stderr: String(decoding: try Data(contentsOf: stderr), as: UTF8.self),
      status: signal + process.terminationStatus)
  }
}
