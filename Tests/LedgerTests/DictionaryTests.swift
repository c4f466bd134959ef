import Ledger
import Migrations
import SQLite
import Testing

@Suite struct DictionaryTests {
  /// The dictionary has a line for its columns at least, once it is written.
  private static let isWritten = Migrations.dictionary.split(separator: "\n").count > 1

  @Test(.enabled(if: isWritten, "dictionary.tsv is not written yet"))
  func `the file explains each of its tables, views and columns`() throws {
    let connection = try LedgerFile.inMemory()
    let unexplained = try DataDictionary.unexplained(in: connection)
    #expect(unexplained == [])
  }

  @Test(.enabled(if: isWritten, "dictionary.tsv is not written yet"))
  func `no line of the dictionary explains what is not there`() throws {
    let connection = try LedgerFile.inMemory()
    var known: Set<String> = []
    for object in try rows(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')", in: connection)
    {
      known.insert("\(object).")
      let columns = try connection.query("SELECT name FROM pragma_table_info(?)", [object]) {
        try $0(0, as: String.self)
      }
      for column in columns { known.formUnion(["\(object).\(column)", "*.\(column)"]) }
    }
    for line in Migrations.dictionary.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(known.contains("\(fields[0]).\(fields[1])"), "\(line)")
    }
  }

  @Test func `what is not explained is found`() throws {
    let connection = try LedgerFile.inMemory()
    try connection.execute("CREATE TABLE novelty (id INTEGER PRIMARY KEY, colour TEXT)")
    let missing = try DataDictionary.unexplained(in: connection)
    #expect(missing.contains("novelty"))
    #expect(missing.contains("novelty.colour"))
  }
}
