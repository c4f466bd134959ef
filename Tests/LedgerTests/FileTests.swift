import Foundation
import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// The file as other tools meet it.
@Suite(.temporaryDirectory) struct FileTests {
  @Test func `the sqlite3 shell reads every view`() throws {
    let file = try ShippedLedger.copy(.article)
    let connection = try ShippedLedger.reading(.article)
    for view in try LedgerObjects.views(in: connection) {
      let count = try connection.value("SELECT COUNT(*) FROM \(view)", as: Int.self)
      let read = try Shell.sqlite3(
        file, "SELECT COUNT(*) FROM \(view);", options: ["-readonly"])
      #expect(read == "\(count ?? -1)\n", "\(view)")
    }
  }

  @Test func `the sqlite3 shell edits a record, and the file stays sound`() throws {
    let file = try ShippedLedger.copy(.article)
    let answer = try Shell.sqlite3(
      file,
      """
      PRAGMA foreign_keys = ON;
      UPDATE party SET notes = 'looked at' WHERE key = 'meta';
      UPDATE tranche SET notes = 'looked at';
      SELECT notes FROM parties WHERE party_key = 'meta';
      PRAGMA integrity_check;
      PRAGMA foreign_key_check;
      """)
    #expect(answer == "looked at\nok\n")
    let connection = try LedgerFile.open(file.path(percentEncoded: false))
    #expect(try PartyRepository().find("meta", in: connection)?.notes == "looked at")
    #expect(try Figures.stale(in: connection).isEmpty)
  }

  @Test func `the sqlite3 shell is held to the rules as well`() throws {
    let file = try ShippedLedger.copy(.article)
    let failure = #expect(throws: ShellFailure.self) {
      try Shell.sqlite3(file, "UPDATE tranche SET matures_on = '2025-02-30';")
    }
    #expect(failure?.description.contains("tranche_matures_on_is_a_day") == true)
  }

  @Test func `pages are 8 KiB and there is no second file beside the ledger`() throws {
    let file = try ShippedLedger.copy(.none)
    do {
      var connection = try LedgerFile.open(file.path(percentEncoded: false))
      try connection.transaction { _ = try $0.run("UPDATE party SET notes = 'x' WHERE id = 1") }
      #expect(try connection.value("PRAGMA page_size", as: Int.self) == 8192)
    }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: file.deletingLastPathComponent().path(percentEncoded: false))
    #expect(names == ["deals.sqlite"])
  }

  @Test func `views and indexes of an analyst are listed, and survive a migration`() throws {
    var connection = try LedgerFile.inMemory()
    #expect(try LedgerObjects.additions(in: connection) == [])
    try connection.execute("CREATE VIEW my_deals AS SELECT deal_key FROM deals")
    try connection.execute("CREATE INDEX my_index ON deal (name)")
    try Migrator.migrate(&connection)
    #expect(
      try LedgerObjects.additions(in: connection) == ["index my_index", "view my_deals"])
    #expect(try connection.value("SELECT COUNT(*) FROM my_deals", as: Int.self) == 0)
  }
}
