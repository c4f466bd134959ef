internal import Migrations
public import SQLite

/// What the schema of a file holds that no ledger of this program has, and that matters.
///
/// Views, tables and indexes of an analyst are welcome. A trigger acts by itself when the file is
/// written, a virtual table is code that reads what someone else prepared, and a view of ours with
/// another text answers otherwise than it says.
public struct ForeignSchema: Sendable, Equatable {
  /// Triggers and virtual tables someone added, as `trigger quiet`.
  public let acting: [String]
  /// Views and triggers of ours that are gone or have another text, and views in the place of
  /// tables.
  public let changed: [String]

  /// What there is in a file.
  ///
  /// `forWriting`: whether the text of triggers counts, which only act then.
  ///
  /// - Throws: `SQLiteError`.
  public init(in database: borrowing some Database & ~Copyable, forWriting: Bool) throws {
    var acting: [String] = []
    var changed: [String] = []
    let triggers = forWriting ? try HistoryTriggers.texts(in: database) : nil
    var missing = Set(Self.views.keys.map { "view \($0)" })
    if let triggers { missing.formUnion(triggers.keys.map { "trigger \($0)" }) }
    try database.forEachRow(
      """
      SELECT type, name, tbl_name, CASE type WHEN 'table' THEN substr(sql, 1, 14) ELSE sql END
      FROM main.sqlite_schema WHERE type IN ('trigger', 'view') OR type = 'table' AND rootpage = 0
      """
    ) { row in
      let kind: String = try row(0)
      let name: String = try row(1)
      let sql: String? = try row(3)
      missing.remove("\(kind) \(name)")
      switch kind {
      case "table": acting.append("virtual table \(name)")
      case "trigger":
        let isOurs = HistoryTriggers.isName(name, on: try row(2))
        if let triggers {
          if let text = triggers[name] {
            if text != sql { changed.append("trigger \(name)") }
          } else {
            acting.append("trigger \(name)")
          }
        } else if !isOurs {
          acting.append("trigger \(name)")
        }
      default:
        let isInPlace = Self.views[name].map { $0 == sql } ?? !Self.tables.contains(name)
        if !isInPlace { changed.append("view \(name)") }
      }
    }
    self.acting = acting.sorted()
    self.changed = (changed + missing).sorted()
  }

  /// What a reader of the file is told; nothing where all is as it should be.
  public func remarks(on path: String) -> [String] {
    var remarks: [String] = []
    if !acting.isEmpty {
      remarks.append(
        "\(path): is only read, since it holds \(acting.joined(separator: ", ")), which no ledger "
          + "of this program has")
    }
    if !changed.isEmpty {
      remarks.append(
        "\(path): \(changed.joined(separator: ", ")): gone, or not as this program makes it, so "
          + "that answers may be others; `deals migrate` makes views anew")
    }
    return remarks
  }

  /// Refuses a file that is to be written.
  ///
  /// - Parameter allowingChanged: for what makes views and triggers anew.
  /// - Throws: `LedgerError.altered`.
  func refuseWriting(_ path: String, allowingChanged: Bool) throws {
    guard acting.isEmpty else {
      let kind = acting[0].hasPrefix("trigger") ? "TRIGGER" : "TABLE"
      let name = acting[0].split(separator: " ").last ?? ""
      // A name may be chosen so that the command below does something else.
      let isPlain = name.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5F }
      throw LedgerError.altered(
        path: path, objects: acting,
        remedy:
          "What you did not add is someone else's: ask where the file comes from. To write to "
          + "it, take it away"
          + (isPlain
            ? ": sqlite3 \(ShellWord.quoted(path)) 'DROP \(kind) \(name)'" : " with another tool"))
    }
    guard changed.isEmpty || allowingChanged else {
      throw LedgerError.altered(
        path: path, objects: changed.map { "\($0), gone or with another text" },
        remedy: "`deals migrate` makes views and triggers anew")
    }
  }

  /// The text of each view as SQLite keeps it.
  private static let views = Dictionary(
    uniqueKeysWithValues: Migrations.views.map { ($0.name, kept($0.sql)) })

  /// Without the comment before a statement and the end behind it.
  private static func kept(_ sql: String) -> String {
    // By bytes: every command comes by here, and letters are ten times as slow to go through.
    var text = sql.utf8[...]
    while !text.isEmpty, !text.starts(with: "CREATE VIEW ".utf8) {
      text = text.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
    }
    while let last = text.last, last <= UInt8(ascii: " ") || last == UInt8(ascii: ";") {
      text.removeLast()
    }
    return String(Substring(text))
  }

  private static let tables = Set(
    Migrations.all.flatMap { step in
      step.sql.split(separator: "\n").filter { $0.hasPrefix("CREATE TABLE ") }
        .map { String($0.split(separator: " ")[2]) }
    })
}
