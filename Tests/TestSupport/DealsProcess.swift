public import Foundation

/// The command `deals` as users run it: the built program, in a process of its own.
public enum DealsProcess {
  /// What the program finds in its environment, and nothing else: every test runs alike.
  public static let environment = ["TZ": "UTC", "NO_COLOR": "1", "COLUMNS": "100"]

  /// The program, built beside the tests. A test target that runs it depends on `"deals"`.
  public static var executable: URL {
    Bundle.main.bundleURL.appending(path: "deals", directoryHint: .notDirectory)
  }

  /// Runs `deals` with these arguments.
  ///
  /// - Parameters:
  ///   - arguments: what follows `deals` on the command line.
  ///   - input: what it reads from standard input.
  ///   - directory: where it runs; else in the folder of the trait ``TemporaryDirectory``.
  ///   - variables: of the environment, beside ``environment``.
  public static func run(
    _ arguments: String..., input: String = "", in directory: URL? = nil,
    variables: [String: String] = [:]
  ) throws -> ProcessOutcome {
    try run(arguments, input: Data(input.utf8), in: directory, variables: variables)
  }

  /// Runs `deals` with a list of arguments and any bytes as input.
  public static func run(
    _ arguments: [String], input: Data = Data(), in directory: URL? = nil,
    variables: [String: String] = [:]
  ) throws -> ProcessOutcome {
    try ChildProcess.run(
      executable, arguments, environment: environment.merging(variables) { $1 }, input: input,
      in: directory ?? TemporaryDirectory.url)
  }
}
