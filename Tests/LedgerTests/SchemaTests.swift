import Intake
import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct SchemaTests {
  @Test func `every table is an ordinary one that any SQLite opens`() throws {
    let connection = try LedgerFile.inMemory()
    let special = try rows(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND (strict = 1 OR wr = 1 OR type IN ('virtual', 'shadow'))
      """, in: connection)
    #expect(special == [])
    let triggers = try rows(
      """
      SELECT name FROM sqlite_schema WHERE type = 'trigger'
        AND name NOT IN (tbl_name || '_keeps_updates', tbl_name || '_keeps_deletes')
      """, in: connection)
    #expect(triggers == [])
  }

  @Test func `every table has one integer primary key`() throws {
    let connection = try LedgerFile.inMemory()
    let keys = try rows(
      """
      SELECT s.name, group_concat(upper(c.type)) FROM sqlite_schema s, pragma_table_info(s.name) c
      WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite%' AND c.pk > 0
      GROUP BY s.name HAVING group_concat(upper(c.type)) <> 'INTEGER'
      """, in: connection)
    #expect(keys == [])
  }

  @Test func `uniqueness beyond the primary key is a named index`() throws {
    let connection = try LedgerFile.inMemory()
    let nameless = try rows(
      """
      SELECT s.name, i.name FROM sqlite_schema s, pragma_index_list(s.name) i
      WHERE s.type = 'table' AND i.origin <> 'c'
      """, in: connection)
    #expect(nameless == [])
    let named = try connection.value(
      """
      SELECT COUNT(*) FROM sqlite_schema s, pragma_index_list(s.name) i
      WHERE s.type = 'table' AND i."unique" = 1
      """, as: Int.self)
    #expect((named ?? 0) > 20)
  }

  @Test func `foreign keys point at row ids, and nothing is deleted along with another`() throws {
    let connection = try LedgerFile.inMemory()
    let wrong = try rows(
      """
      SELECT s.name, f."from", f."to", f.on_delete, f.on_update
      FROM sqlite_schema s, pragma_foreign_key_list(s.name) f
      WHERE s.type = 'table'
        AND (f."to" <> 'id' OR f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION')
      """, in: connection)
    #expect(wrong == [])
  }

  /// Tables that are rebuilt from others, whose days were checked there.
  private static let derived = [
    "party_figure", "tranche_figure", "participation_figure", "lending_figure", "deal_figure",
    "leg_figure", "state_span",
  ]

  private static func dateColumns(_ connection: borrowing Connection) throws
    -> [(table: String, column: String)]
  {
    try connection.query(
      """
      SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c
      WHERE s.type = 'table' AND c.type = 'DATE'
      """
    ) { (table: try $0(0), column: try $0(1)) }
    .filter { !derived.contains($0.table) }
  }

  @Test func `30 February is refused in every date column`() throws {
    let connection = try ShippedLedger.reading()
    let columns = try Self.dateColumns(connection)
    #expect(columns.count > 30)
    for (table, column) in columns {
      let sql = try connection.value(
        "SELECT sql FROM sqlite_schema WHERE name = ?", [table], as: String.self)
      let words = (sql ?? "").split { $0.isWhitespace }.joined(separator: " ")
      #expect(
        words.contains(
          "CONSTRAINT \(table)_\(column)_is_a_day CHECK (\(column) IS date(\(column), '+0 days'))"),
        "\(table).\(column)")
    }
  }

  @Test(
    arguments: ["2025-02-30", "2025-13-01", "2025-11", "2025", "20251103", "45000", "now", ""])
  func `a date column takes whole days and nothing else`(text: String) throws {
    let connection = try ShippedLedger.open(.article)
    let columns = try Self.dateColumns(connection)
    for (table, column) in columns {
      let id = try connection.value("SELECT MIN(id) FROM \(table)", as: Int64?.self)
      guard let id = id ?? nil else { continue }
      let stem = column.dropLast(column.hasSuffix("_until") ? 6 : 3)
      let names = ["\(stem)_on", "\(stem)_until", "period_first_on", "period_last_on"]
      let pair = names.filter { name in columns.contains { $0 == (table, name) } }
      let assignments = pair.map { "\($0) = :text" }.joined(separator: ", ")
      let error = #expect(throws: SQLiteError.self, "\(table).\(column)") {
        try connection.run(
          "UPDATE \(table) SET \(assignments) WHERE id = :id", ["text": text, "id": id])
      }
      // SQLite itself refuses a day that differs from one day to the next.
      let isRule = error?.constraint?.hasSuffix("_is_a_day") == true
      let isClock = error?.message.contains("non-deterministic") == true
      #expect(text == "now" ? isClock : isRule, "\(table).\(column)")
    }
  }

  @Test(arguments: ["", "Meta", "méta", "meta 2025", "meta_2025", "meta\n"])
  func `keys are of a to z, 0 to 9, point, stroke and hyphen`(key: String) throws {
    let connection = try ShippedLedger.open(.article)
    for table in RecordTables.all {
      let id = try connection.value("SELECT MIN(id) FROM \(table)", as: Int64?.self)
      guard let id = id ?? nil else { continue }
      let error = #expect(throws: SQLiteError.self, "\(table)") {
        try connection.run("UPDATE \(table) SET key = ? WHERE id = ?", [key, id])
      }
      #expect(error?.constraint == "\(table)_key_is_a_key")
    }
  }

  @Test(arguments: ["2", "-1", "0.5", "'yes'", "x'01'"])
  func `a truth value is 0 or 1`(value: String) throws {
    let connection = try ShippedLedger.open()
    let columns = [
      "deal.counted", "tranche.counted", "tranche.is_remainder", "tranche.secured",
      "tranche.measure_is_derived", "participation.measure_is_derived", "contract.counted",
      "contract.cancellable", "contract_leg.purpose_is_derived",
      "contract_leg.measure_is_derived", "event.funding_is_derived",
      "rating_action.is_withdrawn", "claim.measure_is_derived",
    ]
    for name in columns {
      let parts = name.split(separator: ".").map(String.init)
      let error = #expect(throws: SQLiteError.self, "\(name)") {
        try connection.run("UPDATE \(parts[0]) SET \(parts[1]) = \(value)")
      }
      #expect(error?.constraint == "\(parts[0])_\(parts[1])_is_0_or_1")
    }
  }

  @Test func `identifiers keep their zeros`() throws {
    var connection = try Workbench.make()
    var identifier = PartyIdentifier(key: "meta/cik/0000320193")
    identifier.party = "meta"
    identifier.scheme = "cik"
    identifier.value = "0000320193"
    try connection.transaction { try Repository<PartyIdentifier>().insert(identifier, in: $0) }
    #expect(
      try rows("SELECT value, typeof(value) FROM party_identifier", in: connection) == [
        "0000320193 | text"
      ])
  }

  @Test func `an empty text is refused everywhere`() throws {
    let connection = try ShippedLedger.open()
    let columns = try connection.query(
      """
      SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c
      WHERE s.type = 'table' AND c.type = 'TEXT'
      """
    ) { (try $0(0, as: String.self), try $0(1, as: String.self)) }
    for (table, column) in columns where RecordTables.all.contains(table) {
      let count = try connection.value("SELECT COUNT(*) FROM \(table)", as: Int.self) ?? 0
      guard count > 0 else { continue }
      let error = #expect(throws: SQLiteError.self, "\(table).\(column)") {
        try connection.run("UPDATE \(table) SET \(column) = ''")
      }
      #expect(error?.code.primary == .constraint)
    }
  }

  @Test func `a value of another type is refused everywhere`() throws {
    let connection = try ShippedLedger.open()
    for table in RecordTables.all {
      let columns = try connection.query(
        "SELECT name, type FROM pragma_table_info(?) WHERE pk = 0", [table]
      ) { (try $0(0, as: String.self), try $0(1, as: String.self)) }
      let id = try connection.value("SELECT MIN(id) FROM \(table)", as: Int64?.self)
      guard let id = id ?? nil else { continue }
      for (column, type) in columns {
        for value in type == "TEXT" ? ["x'00ff'"] : ["x'00ff'", "'seven'"] {
          let error = #expect(throws: SQLiteError.self, "\(table).\(column) = \(value)") {
            try connection.run("UPDATE \(table) SET \(column) = \(value) WHERE id = \(id)")
          }
          #expect(error?.code == .constraintCheck, "\(table).\(column) = \(value)")
        }
      }
    }
  }

  @Test(arguments: [Seeding.Choice.all, .article]) func `no text that ships is empty`(
    seeds: Seeding.Choice
  ) throws {
    let connection = try ShippedLedger.reading(seeds)
    let columns = try connection.query(
      """
      SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c
      WHERE s.type = 'table' AND c.type = 'TEXT'
      """
    ) { (try $0(0, as: String.self), try $0(1, as: String.self)) }
    for (table, column) in columns {
      let count = try connection.value(
        "SELECT COUNT(*) FROM \(table) WHERE \(SQLIdentifier(column)) = ''", as: Int.self)
      #expect(count == 0, "\(table).\(column)")
    }
  }
}
