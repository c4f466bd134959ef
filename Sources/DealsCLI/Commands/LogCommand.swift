import ArgumentParser
import Ledger
import Reporting
import SQLite

/// `deals log`
struct LogCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "The runs that wrote to the ledger, newest first.",
    discussion: """
      What another tool changed is a run of kind outside, made by the next command that writes.

      Example:
        deals log --limit 10
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("The most runs to list.", valueName: "count"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1") }
  }

  func execute() throws {
    let connection = try options.openState()
    var runs = try RunLog.all(limit: limit, in: connection)
    if output.format == .table {
      // The hash is as wide as all the rest; other formats give it.
      runs = runs.without("ledger_hash")
      if runs.isEmpty(in: "author") { runs = runs.without("author") }
    }
    try output.write(Self.answer(runs), from: options, in: connection)
    let edits = try OutsideEdits(in: connection)
    if !edits.isEmpty { options.tell(EditWords.text(edits)) }
  }
}

/// What another tool did, in words.
enum EditWords {
  static func text(_ edits: OutsideEdits) -> String {
    "with another tool, since the last run: \(edits.rowsAdded) rows added, "
      + "\(edits.rowsChanged) changed or deleted; the next command that writes records them"
  }
}

extension ResultSet {
  /// Whether no row says anything in a column.
  fileprivate func isEmpty(in name: String) -> Bool {
    guard let index = columns.firstIndex(where: { $0.name == name }) else { return true }
    return rows.allSatisfy { $0[index] == .null }
  }

  /// The result without one of its columns.
  fileprivate func without(_ name: String) -> ResultSet {
    let kept = columns.indices.filter { columns[$0].name != name }
    return ResultSet(
      columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
