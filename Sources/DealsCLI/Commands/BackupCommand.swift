import ArgumentParser
import Glibc
import Ledger
import SQLite

/// `deals backup`
struct BackupCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the ledger to a file, safe while others write to it, and verify the copy.",
    discussion: """
      The copy takes its place once it is whole, on the disk and verified; its SHA-256 is written
      beside it. To go back to it, copy it to the ledger's place.

      Example:
        deals backup ~/backups/deals-2026-06-30.sqlite
      """.flowing)

  @OptionGroup var options: LedgerOptions

  @Argument(help: "The file to write.", completion: .file())
  var path: String

  @Flag(help: "Take the place of a file that is there.")
  var replace = false

  func execute() throws {
    try options.requireFile()
    try FileKind.refuseLedger(options.path, at: path)
    try requirePlace()
    let connection = try options.openForReading()
    let (hash, words) = try Draft.database(at: path) { draft in
      try connection.backUp(to: draft)
      try Files.keepPermissions(of: options.path, at: draft)
      let hash = try FileHash(of: draft, isForcedToDisk: true)
      let words = try verified(draft)
      unlink(path + ".sha256")
      return (hash, words)
    }
    try Files.writeHash(hash, of: path)
    try Files.forceFolder(of: path)
    options.tell("\(path): \(words), \(hash.size), SHA-256 \(hash.digest)")
  }

  private func requirePlace() throws {
    switch FileKind(path) {
    case .nothing: return
    case .file where replace: return
    case .file:
      throw FileProblem(
        path: path, problem: "is there already; name another file, or say --replace",
        status: .cannotCreate)
    case .folder, .special:
      throw FileProblem(
        path: path, problem: "is no place for a file; name one", status: .cannotCreate)
    }
  }

  /// What the copy holds, in words.
  ///
  /// - Throws: `LedgerError.damaged` where it is not sound: then the ledger is not either.
  private func verified(_ draft: String) throws -> String {
    let copy = try LedgerFile.openAnyVersion(draft, mode: .immutable)
    let damage = try copy.integrityCheck()
    guard damage.isEmpty else { throw LedgerError.damaged(path: options.path, findings: damage) }
    return try LedgerWords.contents(copy)
  }

  func validate() throws {
    if path.isEmpty { throw ValidationError("name the file to write") }
  }
}
