import Intake
import SQLite
import Tabular

/// Sheets as text, imported into a ledger of the test's own.
enum SheetBench {
  /// Imports a sheet.
  @discardableResult
  static func load(
    _ text: String, _ connection: inout Connection, name: String = "s.csv",
    with change: (inout SheetImporter.Options) -> Void = { _ in }
  ) throws -> SheetSummary {
    try load(bytes: Array(text.utf8), &connection, name: name, with: change)
  }

  /// Imports the bytes of a sheet, piece by piece as a file gives them.
  @discardableResult
  static func load(
    bytes: [UInt8], _ connection: inout Connection, name: String = "s.csv",
    with change: (inout SheetImporter.Options) -> Void = { _ in }
  ) throws -> SheetSummary {
    var options = SheetImporter.Options(name: name)
    change(&options)
    var offset = 0
    return try SheetImporter(options).run(
      { output in
        let end = min(bytes.count, offset + min(output.freeCapacity, 1 << 14))
        for byte in bytes[offset..<end] { output.append(byte) }
        offset = end
      }, into: &connection)
  }

  /// A new ledger with a sheet in it.
  static func ledger(with text: String) throws -> Connection {
    var connection = try Workbench.make()
    try load(text, &connection)
    return connection
  }

  /// What is said when a sheet is refused, a problem a line; empty when it is not.
  static func problems(_ text: String) throws -> [String] {
    try problems(bytes: Array(text.utf8))
  }

  static func problems(bytes: [UInt8]) throws -> [String] {
    var connection = try Workbench.make()
    do {
      try load(bytes: bytes, &connection)
      return []
    } catch let refused as SheetRefused {
      return refused.problems.map(\.description)
    }
  }

  /// A sheet of one column beside the needed ones, each cell a deal of its own: `d0`, `d1`, …
  static func sheet(_ column: String, _ cells: [String], more: String = "") -> String {
    let lines = cells.enumerated().map { number, cell in
      "d\(number);Alder;bond;\(more.isEmpty ? "" : "USD;5;Birch;")\(quoted(cell))"
    }
    let header = "deal_id;issuer;instrument;\(more)\(column)"
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  /// A cell that may hold anything.
  static func quoted(_ cell: String) -> String {
    "\"\(cell.replacing("\"", with: "\"\""))\""
  }
}

/// A cell, and what is stored of it.
struct SheetCell: Sendable {
  let cell: String
  let stored: String

  init(_ cell: String, _ stored: String) { (self.cell, self.stored) = (cell, stored) }
}

/// Everything a ledger holds but the times of its runs.
func timeless(_ connection: borrowing Connection) throws -> [String] {
  try contents(of: connection).filter { !$0.hasPrefix("import_run |") }
}
