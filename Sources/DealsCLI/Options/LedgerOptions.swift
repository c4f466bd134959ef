import ArgumentParser
import Glibc
import Ledger
import SQLite

/// Which ledger, and how patient.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The ledger; else DEALS_LEDGER, else deals.sqlite here.", valueName: "path"))
  var ledger: String?

  @Option(
    help: ArgumentHelp("Seconds to wait for another program to let go.", valueName: "seconds"))
  var busyTimeout: Double = 10

  @Flag(name: .shortAndLong, help: "Say nothing but the result.")
  var quiet = false

  var path: String {
    if let ledger { return ledger }
    let named = getenv("DEALS_LEDGER").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "deals.sqlite" : named
  }

  private var milliseconds: Int { Int(busyTimeout * 1_000) }

  /// The ledger, to read and write.
  func open() throws -> Connection {
    try open(.readWrite)
  }

  /// The ledger, to read only.
  func openForReading() throws -> Connection {
    try open(.readOnly)
  }

  private func open(_ mode: Connection.Mode) throws -> Connection {
    try requireFile()
    do {
      return try LedgerFile.open(path, mode: mode, busyTimeoutMilliseconds: milliseconds)
    } catch LedgerError.missing {
      // It was there a moment ago, and most likely is: the system could not open it.
      throw FileProblem(path: path, problem: "cannot be opened", status: .cannotCreate)
    }
  }

  /// Refuses what is no plain file, before SQLite waits for it.
  func requireFile() throws {
    switch FileKind(path) {
    case .nothing: throw LedgerError.missing(path: path)
    case .folder, .special:
      throw FileProblem(path: path, problem: "is no file, so no ledger", status: .refused)
    case .file:
      guard FileKind.isReadable(path) else {
        throw FileProblem(path: path, problem: "may not be read", status: .noPermission)
      }
    }
  }

  /// Says something to whoever sits there, unless it was asked not to.
  func tell(_ message: String) {
    if !quiet { Console.message(message) }
  }

  func validate() throws {
    guard busyTimeout >= 0, busyTimeout <= 86_400 else {
      throw ValidationError("--busy-timeout is a number of seconds, at most a day")
    }
  }
}
