import Ledger
import SQLite
import TestSupport
import Testing

/// Docs/Schema.md: what the dictionary in the file says of its views, tables and code lists.
enum SchemaPage {
  static func text(in ledger: borrowing Connection) throws -> String {
    """
    # The file

    What `data_dictionary` and `code` say inside every ledger; `UPDATE_GOLDEN=1 swift test` \
    writes this page
    from them. Analysts read the views, which have plural names and change only with a note in
    [CHANGELOG.md](../CHANGELOG.md). The tables beneath them have singular names.

    Types are what `data_dictionary.type` promises: every value of a column is of it, or NULL. \
    Amounts come as `amount`, to
    read, and `amount_minor`, to add: whole units of the smallest coin (cents), exact.

    ## Views

    \(try described("view", in: ledger))
    ## Tables

    \(try described("table", in: ledger))
    ## Code lists

    Words that columns take, from `SELECT * FROM code`.

    \(try codes(in: ledger))
    """
  }

  private static func described(_ type: String, in ledger: borrowing Connection) throws -> String {
    let names = try ledger.query(
      """
      SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
      ORDER BY name
      """, [type]
    ) { try $0(0, as: String.self) }
    return try names.map { name in
      let object = try #require(try DescribedObject(name, in: ledger), "\(name)")
      let columns = object.columns.map { column in
        [
          "`\(column.name)`", column.type.rawValue, column.unit ?? "",
          column.meaning + (column.definedBy.map { " Defined by: \($0)." } ?? ""),
        ]
      }
      return """
        ### \(name)

        \(object.meaning)

        \(MarkdownTable.text(["column", "type", "unit", "meaning"], columns))

        """
    }.joined()
  }

  private static func codes(in ledger: borrowing Connection) throws -> String {
    let rows = try ledger.query("SELECT list, code, label, definition FROM code ORDER BY list, id")
    {
      (
        list: try $0(0, as: String.self), code: try $0(1, as: String.self),
        label: try $0(2, as: String.self), definition: try $0(3, as: String?.self)
      )
    }
    let lists = rows.map(\.list).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    return lists.map { list in
      let codes = rows.filter { $0.list == list }
        .map { ["`\($0.code)`", $0.label, $0.definition ?? ""] }
      return "### List \(list)\n\n\(MarkdownTable.text(["code", "label", "definition"], codes))"
    }.joined(separator: "\n")
  }
}
