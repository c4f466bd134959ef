import Ledger
import SQLite
import Tabular

/// How the rows get into the file: with the indexes in place where the sheet is small beside the
/// ledger, else without them; and how what is there already is found.
struct SheetLoad: ~Copyable {
  /// Fewer rows than this are read into memory at once rather than asked for one by one.
  private static let fewRows = 20_000
  /// Below this many lines, making the indexes anew costs more than it saves.
  private static let fewLines = 5_000
  /// A sheet is large when it has at least one line for so many of the ledger's.
  private static let largeShare = 5

  private var isLarge: Bool
  private let isInMemory: Bool
  private let lines: SheetTable<Bool>
  private let deals: SheetTable<Int64>
  private let sources: SheetTable<Int64>
  private var indexes: BulkIndexes?

  init(
    known: KnownRows, expectedLines: Int?, in transaction: borrowing Transaction
  ) throws {
    let expected = expectedLines ?? (known.lineCount < Self.fewRows ? .max : 0)
    let isLarge = expected >= Self.fewLines && expected >= known.lineCount / Self.largeShare
    let isInMemory = isLarge || known.lineCount + known.dealCount < Self.fewRows
    try BulkIndexes.setRulesChecked(false, in: transaction)
    var lines = SheetTable<Bool>()
    var deals = SheetTable<Int64>()
    var sources = SheetTable<Int64>()
    if isInMemory {
      try KnownRows.forEachLine(in: transaction) { lines.set(Self.hash($0), true) }
      try KnownRows.forEachKey(of: "deal", in: transaction) { deals.set(Self.hash($0), $1) }
      try KnownRows.forEachKey(of: "source", in: transaction) { sources.set(Self.hash($0), $1) }
    }
    self.lines = lines
    self.deals = deals
    self.sources = sources
    self.isLarge = isLarge
    self.isInMemory = isInMemory
  }

  /// Before the first new row: takes the indexes away where that pays.
  mutating func begin(in transaction: borrowing Transaction) throws {
    if isLarge, indexes == nil { indexes = try BulkIndexes.take(in: transaction) }
  }

  /// Makes the indexes again, and keeps them.
  mutating func restoreIndexes(in transaction: borrowing Transaction) throws {
    isLarge = false
    guard let taken = indexes else { return }
    indexes = nil
    try taken.restore(in: transaction)
  }

  /// Leaves the file as it was before the load.
  mutating func finish(in transaction: borrowing Transaction) throws {
    try restoreIndexes(in: transaction)
    try BulkIndexes.setRulesChecked(true, in: transaction)
  }

  func hasLine(
    _ line: BulkLine, _ known: KnownRows, in transaction: borrowing Transaction
  ) throws -> Bool {
    if isInMemory { return lines[Self.hash(line)] != nil }
    return try known.hasLine(line, in: transaction)
  }

  func deal(
    _ key: TextBytes, _ known: KnownRows, in transaction: borrowing Transaction
  ) throws -> Int64? {
    if isInMemory { return deals[DelimitedHash.of(key.span)] }
    return try known.deal(key, in: transaction)
  }

  func source(
    _ key: TextBytes, _ known: KnownRows, in transaction: borrowing Transaction
  ) throws -> Int64? {
    if isInMemory { return sources[DelimitedHash.of(key.span)] }
    return try known.source(key, in: transaction)
  }

  private static func hash(_ line: BulkLine) -> UInt64 {
    UInt64(bitPattern: line.hash) &+ UInt64(bitPattern: line.occurrence) &* 0xD6E8_FEB8_6659_FD93
  }

  private static func hash(_ key: String) -> UInt64 {
    var key = key
    return key.withUTF8 { DelimitedHash.of($0.span) }
  }
}
