import Ledger
import SQLite
import TestSupport

/// Docs/Queries.md: what the headers of the shipped queries say.
enum QueriesPage {
  static func text(in ledger: borrowing Connection) throws -> String {
    let queries = try SavedQueries.all(in: ledger)
    let index = queries.map { ["[`\($0.name)`](#\($0.name))", $0.title] }
    return """
      # Saved queries

      What the header of each says; `UPDATE_GOLDEN=1 swift test` writes this page from them. Each \
      is one statement of plain
      SQL in [Seeds/queries](../Seeds/queries), with its definition on top, and gives the same \
      rows in any SQLite tool:

      ```sh
      deals query junk-bond-share --show | sqlite3 deals.sqlite
      ```

      Parameters are set by name, as `--as-of 2026-06-30`, or with `--set`. Their defaults stand \
      once, in the SQL, so that
      every tool takes the same. Every answer tells how many records it rests on, and how many \
      had no amount, could not be
      converted or are contradicted.

      \(MarkdownTable.text(["query", "answers"], index))
      \(queries.map(section).joined(separator: "\n"))
      """
  }

  private static func section(_ query: SavedQuery) -> String {
    let parameters = query.parameters.map { ["`\($0.name)`", $0.type, $0.help] }
    let columns = query.columns.map { ["`\($0.name)`", $0.unit, $0.meaning] }
    let picture = query.chart == nil ? "" : " Has a picture (`--format svg`)."
    let tables = [
      MarkdownTable.text(["parameter", "type", "meaning"], parameters),
      MarkdownTable.text(["column", "unit", "meaning"], columns),
    ]
    return """
      ## \(query.name)

      **\(query.title).** \(query.definition)\(picture)

      \(tables.filter { !$0.isEmpty }.joined(separator: "\n"))
      """
  }
}
