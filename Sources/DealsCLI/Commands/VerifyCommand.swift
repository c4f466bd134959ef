import ArgumentParser
import Ledger
import Reporting
import SQLite

/// `deals verify`
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Whether a published file or a backup is whole, and what it says of itself.",
    discussion: """
      Compares the file with the SHA-256 beside it (FILE.sha256), where there is one; looks at every
      page and reference; works out anew the chain of runs, the log and every derived figure; and
      runs the other checks of deals check. Nothing is written to the file or beside it.

      Ends with status 65 for a file that is damaged or another than was published, and 1 where it
      is not as this program writes it. What the checks ask of its content, such as deals that look
      alike, is counted and does not keep it from being sound.

      Example:
        deals verify deals-2026-06.sqlite
      """.flowing)

  @Argument(help: "The file.", completion: .file())
  var file: String

  @Flag(name: .shortAndLong, help: "Say nothing when all is well.")
  var quiet = false
}

extension VerifyCommand: LedgerCommand {
  func execute() throws {
    try LedgerOptions.requireFile(file)
    let hash = try FileHash(of: file)
    let isPublished = try compare(hash)
    try refuseJournal()
    let connection = try LedgerFile.open(file, mode: .immutable)
    let accepted = try AcceptedFindings.all(in: connection)
    var verdict = Verdict()
    var questions: [String: Int] = [:]
    for check in Checks.all {
      for finding in try check.findings(in: connection) where accepted[finding] == nil {
        guard !finding.isQuestion else {
          questions[finding.check, default: 0] += 1
          continue
        }
        verdict.note(finding)
        Console.result("\(SafeText.lines(finding.description))\n")
      }
    }
    try verdict.end(file)
    guard !quiet else { return }
    let words = isPublished ? "as published" : "no \(file).sha256 beside it"
    Console.message(
      "\(file): sound; \(try LedgerWords.contents(connection)), SHA-256 \(hash.digest) (\(words))")
    guard !questions.isEmpty else { return }
    let names = questions.keys.sorted()
    let told = names.map { "\($0) \(questions[$0] ?? 0)" }.joined(separator: ", ")
    Console.message(
      "what it says is worth a look (\(told)): "
        + "deals check \(names.joined(separator: " ")) --ledger \(file)")
  }

  /// Holds the file against the hash beside it.
  ///
  /// - Returns: whether there is one.
  private func compare(_ hash: FileHash) throws -> Bool {
    guard let published = try FileHash.published(beside: file) else { return false }
    guard published == hash.digest else {
      throw FileProblem(
        path: file,
        problem: "is not what was published: its SHA-256 is \(hash.digest), "
          + "\(file).sha256 says \(published)",
        status: .refused)
    }
    return true
  }

  /// A copy that was made while someone wrote is half of what it should be.
  private func refuseJournal() throws {
    for ending in ["-journal", "-wal"] where FileKind(file + ending) == .file {
      guard try FileHash(of: file + ending).bytes > 0 else { continue }
      throw FileProblem(
        path: file,
        problem:
          "has \(file)\(ending) beside it, so it was copied or is open while it was written; "
          + "make copies with `deals backup` or `deals export snapshot`",
        status: .refused)
    }
  }
}
