import Foundation
import Testing

@testable import SQLite

@Suite(.temporaryFolder) struct CheckTests {
  @Test func `a sound file has nothing to report`() throws {
    let connection = try makeParties()
    #expect(try connection.quickCheck() == [])
    #expect(try connection.integrityCheck() == [])
    #expect(try connection.foreignKeyViolations() == [])
  }

  @Test func `a damaged file is found out`() throws {
    let path = TemporaryFolder.path("damaged.sqlite")
    do {
      var connection = try Connection(path: path, mode: .create)
      try connection.execute("CREATE TABLE t (a)")
      try connection.transaction { transaction in
        for number in 0..<2_000 {
          try transaction.run("INSERT INTO t VALUES (?)", ["row number \(number)"])
        }
      }
    }
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes.replaceSubrange(8192 * 3..<8192 * 4, with: Data(repeating: 0xA5, count: 8192))
    try bytes.write(to: URL(filePath: path))

    let connection = try Connection(path: path, mode: .readOnly)
    #expect(try connection.quickCheck().isEmpty == false)
    #expect(try connection.integrityCheck().isEmpty == false)
    let error = try #require(throws: SQLiteError.self) {
      try connection.value("SELECT count(a) FROM t", as: Int.self)
    }
    #expect(error.code == .corrupt)
  }

  @Test(arguments: [
    ("*** in database main ***\nPage 42: unable to get the page. error code=7", true),
    (
      "*** in database main ***\nPage 42: unable to get the page. error code=7\n"
        + "Page 43 is never used", true
    ),
    ("*** in database main ***\nPage 42: unable to get the page. error code=11", false),
    ("*** in database main ***\nPage 7 is never used", false),
  ])
  func `a page there was no memory for is no damage`(finding: String, isWantOfMemory: Bool) {
    #expect(Connection.isWantOfMemory(finding) == isWantOfMemory)
  }

  @Test func `an index that does not agree with its table is found by the full check`() throws {
    let connection = try makeParties()
    try connection.executeScript(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, '(key)', '(key DESC)') WHERE name = 'party_key';
      PRAGMA writable_schema = RESET;
      """)
    #expect(try connection.quickCheck() == [])
    #expect(try connection.integrityCheck().isEmpty == false)
  }

  @Test func `a snapshot is written to a new file only`() throws {
    var connection = try makeParties()
    let path = TemporaryFolder.path("it's a snapshot.sqlite")
    try connection.vacuum(into: path)
    let snapshot = try Connection(path: path, mode: .immutable)
    #expect(try partyKeys(snapshot) == ["meta", "jpmorgan"])

    let error = try #require(throws: SQLiteError.self) { try connection.vacuum(into: path) }
    #expect(error.message == "output file already exists")
  }

  @Test func `the header holds a version and the application's number`() throws {
    var connection = try Connection.inMemory()
    #expect(try connection.userVersion == 0)
    #expect(try connection.applicationID == 0)
    #expect(throws: Stop()) {
      try connection.transaction { transaction in
        try transaction.setUserVersion(7)
        #expect(try transaction.userVersion == 7)
        throw Stop()
      }
    }
    #expect(try connection.userVersion == 0)
    try connection.setApplicationID(-12)
    #expect(try connection.applicationID == -12)
  }
}
