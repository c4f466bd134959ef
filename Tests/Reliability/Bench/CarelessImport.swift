import Foundation
import SQLite
import TestSupport
import Testing

/// An import into an ordinary database by the `sqlite3` shell, with settings that trust the disk.
enum CarelessImport {
  static let before = 2_000
  static let after = 4_000

  /// What was there before, and what the shell did.
  static func record(_ setting: String, _ library: String) throws -> ([String: Data], PowerRecord) {
    let workplace = try Workplace()
    let file = URL(filePath: workplace.file("careless.sqlite"))
    try fill(
      file, from: 0, to: before,
      setting: "CREATE TABLE t (id INTEGER PRIMARY KEY, x, y);"
        + "CREATE INDEX t_x ON t (x);")
    let files = ["careless.sqlite": try Data(contentsOf: file)]
    let path = workplace.aside("record")
    let shell = try Self.shell()
    let child = try Child(
      shell, ["-batch", "-bail", "careless.sqlite", script(setting, before, after)], at: workplace,
      environment: [
        "HOME": "/nonexistent", "RECORD_TO": path, "WATCH_FOLDER": workplace.folder,
        "LD_PRELOAD": library,
      ])
    let run = try child.end()
    guard run.status == 0 else { throw Scenario.Undisturbed(command: [shell], told: run.told) }
    let bytes = try Data(contentsOf: URL(filePath: path))
    return (files, PowerRecord(bytes, folder: workplace.folder))
  }

  /// Where the shell is; what finds a program on the way would take the library away from it.
  private static func shell() throws -> String {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let places = path.split(separator: ":").map { "\($0)/sqlite3" }
    guard let found = places.first(where: FileManager.default.isExecutableFile) else {
      try Test.cancel("there is no sqlite3 shell")
    }
    return found
  }

  private static func fill(_ file: URL, from: Int, to: Int, setting: String) throws {
    _ = try Shell.sqlite3(file, script(setting, from, to))
  }

  /// Rows in an order that touches pages everywhere.
  private static func script(_ setting: String, _ from: Int, _ to: Int) -> String {
    """
    \(setting) BEGIN; WITH RECURSIVE n(i) AS (SELECT \(from) UNION ALL SELECT i + 1 FROM n
    WHERE i + 1 < \(to)) INSERT INTO t SELECT i, i * 7919 % 10007, hex(zeroblob(40)) FROM n;
    COMMIT; SELECT 'imported';
    """
  }

  /// How many rows a sound database has; nil for one that is not.
  static func rows(_ state: [String: Data], at workplace: Workplace) throws -> Int? {
    try workplace.place(state)
    do {
      let connection = try Connection(path: workplace.file("careless.sqlite"), mode: .readWrite)
      guard try connection.integrityCheck().isEmpty else { return nil }
      return try connection.value("SELECT COUNT(*) FROM t", as: Int.self)
    } catch {
      return nil
    }
  }
}
