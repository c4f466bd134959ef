import ArgumentParser
import SQLite

/// How much a question may take.
struct PatienceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Seconds a question may take; 0 for as long as it wants.", valueName: "seconds"))
  var timeout: Double = 60

  /// What SQLite may hold in memory for a question, in bytes. Sorts go to files; only large values
  /// and many of them come near.
  private static let memory = 256 << 20

  /// Bounds what is held in memory; before the ledger is opened.
  func prepare() {
    Connection.limitMemory(bytes: Self.memory)
  }

  /// Runs questions that end with the deadline.
  ///
  /// - Throws: `TimeLimit`, and what `body` throws.
  func hold<R>(_ connection: inout Connection, _ body: (borrowing Connection, Deadline) throws -> R)
    throws -> R
  {
    let deadline = Deadline(seconds: timeout)
    defer { deadline.lift() }
    connection.stop(when: { deadline.hasPassed })
    do {
      return try body(connection, deadline)
    } catch let error as SQLiteError where .interrupt ~= error.code && deadline.hasPassed {
      throw TimeLimit(description: deadline.words)
    }
  }

  func validate() throws {
    guard timeout >= 0, timeout <= 86_400 else {
      throw ValidationError("--timeout is a number of seconds, at most a day")
    }
  }
}
