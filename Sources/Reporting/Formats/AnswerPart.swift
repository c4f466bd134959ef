public import Ledger
public import SQLite

/// The part of an answer that is written: some of its columns in an order of one's own, its first
/// rows.
public struct AnswerPart: Sendable, Equatable {
  /// The names of the columns; empty for all.
  public var columns: [String] = []
  /// The most rows; nil for all.
  public var mostRows: Int?

  /// All of an answer.
  public init() {}

  /// What is written of an answer with these columns.
  ///
  /// - Throws: `UnknownColumns` with those that are none of the answer's.
  public func of(_ all: [ResultSet.Column]) throws(UnknownColumns) -> PartWriter {
    let names = all.map(\.name)
    let unknown = columns.filter { !names.contains($0) }
    guard unknown.isEmpty else { throw UnknownColumns(wanted: unknown, known: names) }
    let places = columns.isEmpty ? nil : columns.compactMap { names.firstIndex(of: $0) }
    return PartWriter(
      columns: places.map { $0.map { all[$0] } } ?? all, places: places, mostRows: mostRows)
  }

  /// The part of a whole result.
  ///
  /// - Throws: as ``of(_:)``.
  public func of(_ result: ResultSet) throws(UnknownColumns) -> ResultSet {
    var part = try of(result.columns)
    let rows = result.rows.filter { _ in part.takesRow() }.map { part.values($0) }
    return ResultSet(columns: part.columns, rows: rows)
  }
}

/// Picks the part of an answer as its rows go by.
public struct PartWriter: Sendable {
  /// The columns that are written.
  public let columns: [ResultSet.Column]
  fileprivate let places: [Int]?
  fileprivate let mostRows: Int?
  /// How many rows were written.
  public private(set) var rows = 0
  /// How many rows there were after them.
  public private(set) var rowsLeftOut = 0

  /// Whether every column is written, in its place.
  public var hasAllColumns: Bool { places == nil }

  /// Whether the next row is written.
  public mutating func takesRow() -> Bool {
    guard rows < mostRows ?? .max else {
      rowsLeftOut += 1
      return false
    }
    rows += 1
    return true
  }

  /// The values of a row that are written.
  public func values(_ row: [Value]) -> [Value] { places.map { $0.map { row[$0] } } ?? row }
}

/// Columns that an answer does not have.
public struct UnknownColumns: Error, Sendable, CustomStringConvertible {
  let wanted: [String]
  let known: [String]

  /// What the user reads.
  public var description: String {
    let names = wanted.map { "'\($0)'" }.joined(separator: ", ")
    return "the answer has no column \(names), only \(known.joined(separator: ", "))"
  }
}
