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
    try requireOneName()
    return try LedgerFile.open(
      path, mode: .readWrite, busyTimeoutMilliseconds: milliseconds)
  }

  /// The ledger, to read only. What it holds of strangers is told.
  func openForReading() throws -> Connection {
    try requireFile()
    let connection = try LedgerFile.open(
      path, mode: .readOnly, busyTimeoutMilliseconds: milliseconds)
    for remark in try ForeignSchema(in: connection, forWriting: false).remarks(on: path) {
      tell("deals: \(remark)")
    }
    return connection
  }

  /// The same, of which one state is read whatever others write meanwhile.
  func openState() throws -> Connection {
    let connection = try openForReading()
    try connection.holdState()
    return connection
  }

  /// The ledger with whatever steps it lacks.
  func openAnyVersion(_ mode: Connection.Mode) throws -> Connection {
    if mode == .readWrite { try requireOneName() } else { try requireFile() }
    return try LedgerFile.openAnyVersion(
      path, mode: mode, busyTimeoutMilliseconds: milliseconds)
  }

  /// Refuses a file with several names: a program that dies while it writes leaves beside the one
  /// name what is needed to mend it, and who opens it by another reads half a run.
  private func requireOneName() throws {
    try requireFile()
    guard FileKind.isWritable(FileKind.folder(of: path)) else {
      throw FileProblem(
        path: path,
        problem: "cannot be written: its folder may not be, where a run keeps its journal",
        status: .noPermission)
    }
    guard FileKind.names(of: path) == 1 else {
      throw FileProblem(
        path: path,
        problem: "has several names (hard links), by which it could be damaged when it is written; "
          + "copy it to a file of its own: cp \(ShellWord.quoted(path)) COPY",
        status: .refused)
    }
  }

  /// Refuses what is no plain file, before SQLite waits for it.
  func requireFile() throws { try Self.requireFile(path) }

  /// The same for any file that should be a ledger.
  static func requireFile(_ path: String) throws {
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
