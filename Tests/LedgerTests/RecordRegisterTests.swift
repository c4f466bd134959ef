import Ledger
import Migrations
import SQLite
import TestSupport
import Testing

/// What `RecordTables` says of a kind of record holds in the schema and in the two views that name
/// records of every kind.
@Suite struct RecordRegisterTests {
  private static func words(ofView name: String) throws -> String {
    let view = try #require(Migrations.views.first { $0.name == name })
    let lines = view.sql.split(separator: "\n").filter { !$0.hasPrefix("--") }
    return lines.joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
      .replacing("( ", with: "(").replacing(" )", with: ")")
  }

  private static var named: [(table: String, key: String, label: String)] {
    RecordTables.types.compactMap { type in
      type.naming.map { (type.table, type.keyExpression, $0.label) }
    }
  }

  @Test func `the view records lists each named kind by its key and label`() throws {
    let view = try Self.words(ofView: "records")
    for kind in Self.named {
      let name = kind.key.replacing("t.", with: "")
      // What has no type of its own is given a key's, or records are not looked up by number.
      let key = name == "key" ? name : "CAST(\(name) AS TEXT)"
      let isFirst = view.contains("AS SELECT '\(kind.table)' AS record_kind")
      let row =
        isFirst
        ? "'\(kind.table)' AS record_kind, id AS record_id, \(key) AS record_key, "
          + "\(kind.label) AS record FROM \(kind.table)"
        : "SELECT '\(kind.table)', id, \(key), \(kind.label) FROM \(kind.table)"
      #expect(view.contains(row), "\(kind.table)")
    }
    #expect(view.split(separator: " FROM ").count - 1 == Self.named.count)
  }

  @Test func `the view claim_subjects looks each named kind up by its key and label`() throws {
    let view = try Self.words(ofView: "claim_subjects")
    for kind in Self.named {
      for column in [kind.key.replacing("t.", with: "x."), "x.\(kind.label)"] {
        let row =
          "WHEN '\(kind.table)' THEN (SELECT \(column) FROM \(kind.table) x"
          + " WHERE x.id = c.record_id)"
        #expect(view.contains(row), "\(kind.table)")
      }
    }
    #expect(view.split(separator: "WHEN ").count - 1 == 2 * Self.named.count)
  }

  @Test func `each kind is read where it says`() throws {
    let connection = try LedgerFile.inMemory()
    func columns(of object: String) throws -> [String] {
      try connection.query("SELECT name FROM pragma_table_info(?)", [object]) { try $0(0) }
    }
    for type in RecordTables.types {
      guard let naming = type.naming else { continue }
      #expect(try columns(of: type.table).contains(naming.label), "\(type.table)")
      #expect(
        try columns(of: naming.view ?? type.table).contains(naming.keyColumn), "\(type.table)")
    }
  }

  @Test(.temporaryDirectory) func `words of open lists stand in lists that exist`() throws {
    let codes = try CodeLists(try Workbench.make())
    for type in RecordTables.types {
      for (column, list) in type.codeColumns {
        #expect(!codes.all(in: list).isEmpty, "\(type.table).\(column) is of \(list)")
      }
    }
  }

  @Test func `a key that a claim names is looked for among wholes first and parties last`() {
    let tables = RecordTables.claimable
    #expect(tables.first == "deal")
    #expect(tables.last == "party")
    #expect(Set(tables) == Set(RecordTables.kinds).subtracting(["source"]))
  }
}
