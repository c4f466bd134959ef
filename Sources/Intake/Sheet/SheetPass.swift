import Finance
import Ledger
import SQLite
import Tabular

/// One pass over a sheet: each line is read to its end, then written or refused as a whole.
final class SheetPass {
  /// What is remembered of a deal or tranche that a line of this sheet has named.
  struct Entry {
    let row: Int64
    /// The hash of everything that its lines must say alike.
    let content: UInt64
    let line: Int32
    /// Whether the ledger had it before the run, so that its lines are compared with what is there.
    let wasKnown: Bool
  }

  let values: SheetValues
  let keys = SheetKeys()
  let parties: PartyResolver
  let known: KnownRows
  let rates: ExchangeRates
  let options: SheetImporter.Options
  var bulk: BulkWriter
  var load: SheetLoad
  var saver: LedgerWriter

  var deals = SheetTable<Entry>()
  var tranches = SheetTable<Entry>()
  var sources = SheetTable<Int64>()
  var partyRows = SheetTable<Int64>()
  var partiesByKey: [String: Int64] = [:]
  var newParties: [String] = []
  private var occurrences = SheetTable<UInt32>()
  /// The deal the last line was about, when it was new in this run.
  var facts: SheetDealFacts?
  /// The cells of the last line, to tell which of them a later line contradicts.
  private var lastCells = [UInt64](repeating: 0, count: SheetColumn.allCases.count)
  private var cells = [UInt64](repeating: 0, count: SheetColumn.allCases.count)
  private var lastDeal: UInt64 = 0
  private(set) var counts = SheetCounts()
  /// Whether lines are still written; after a refusal that ends the run only problems are sought.
  var isWriting = true

  let debtInstruments: Set<String>
  let ratedParties: Set<Int64>
  let partiesOfKnownKind: Set<Int64>
  /// The measures that rules give, by what they depend on.
  var measures: [SheetMeasure: TextBytes] = [:]

  init(
    layout: SheetLayout, options: SheetImporter.Options, run: ImportRun, expectedLines: Int?,
    in transaction: borrowing Transaction
  ) throws {
    let codes = try CodeLists(transaction)
    rates = try ExchangeRates(transaction)
    values = SheetValues(
      layout: layout, codes: codes,
      currencies: Set(try transaction.query("SELECT code FROM currency") { try $0(0) }))
    parties = try PartyResolver(transaction)
    known = try KnownRows(transaction)
    bulk = try BulkWriter(run: run, in: transaction)
    load = try SheetLoad(known: known, expectedLines: expectedLines, in: transaction)
    saver = LedgerWriter(run: run)
    debtInstruments = Set(codes.all(in: "debt_instrument"))
    ratedParties = try KnownRows.ratedParties(in: transaction)
    partiesOfKnownKind = try KnownRows.partiesOfKnownKind(in: transaction)
    self.options = options
  }

  /// Takes the next line.
  ///
  /// - Returns: what is wrong with it; nothing of it was written then.
  func take(
    _ record: borrowing DelimitedRecord, in transaction: borrowing Transaction
  ) throws -> [SourceProblem] {
    if record.isBlank { return [] }
    values.begin()
    keys.begin()
    counts.lines += 1
    let line = number(record)
    counts.hash = (counts.hash ^ UInt64(bitPattern: line.hash)) &* 0x9E37_79B9_7F4A_7C15
    if try load.hasLine(line, known, in: transaction) {
      counts.unchanged += 1
      return []
    }
    let deal = try self.deal(of: record)
    guard values.problems.isEmpty, let deal else { return values.problems }
    if let entry = try entry(of: deal, record, in: transaction), entry.wasKnown {
      if isWriting { try change(record, line, deal: deal, in: transaction) }
    } else {
      try add(record, line, deal: deal, in: transaction)
    }
    (lastDeal, lastCells) = (deal.hash, cells)
    return values.problems
  }

  /// The line's identity: the n-th equal line of a sheet is the n-th that is stored.
  private func number(_ record: borrowing DelimitedRecord) -> BulkLine {
    let hash = record.lineHash ^ values.layout.hash
    let occurrence = (occurrences[hash] ?? 0) + 1
    occurrences.set(hash, occurrence)
    return BulkLine(hash: Int64(bitPattern: hash), occurrence: Int64(occurrence))
  }

  /// The hash of the cells that all lines of one record must have alike.
  func content(_ columns: [SheetColumn], _ record: borrowing DelimitedRecord) -> UInt64 {
    var content: UInt64 = 0
    for column in columns {
      guard let index = values.layout[column] else { continue }
      let hash = DelimitedHash.of(record.bytes(of: index).span)
      cells[column.rawValue] = hash
      content = (content ^ hash) &* 0x9E37_79B9_7F4A_7C15
      content ^= content >> 29
    }
    return content
  }

  /// What is wrong where two lines of one record differ: each cell, where the other line is the one
  /// before.
  func contradict(
    _ columns: [SheetColumn], of what: String, _ entry: Entry, deal: SheetDealKey,
    _ record: borrowing DelimitedRecord
  ) {
    let differing = columns.filter {
      values.layout.has($0) && cells[$0.rawValue] != lastCells[$0.rawValue]
    }
    if deal.hash == lastDeal, Int(entry.line) == counts.lastLine, !differing.isEmpty {
      for column in differing {
        values.add(
          "differs from line \(entry.line), which is about the same \(what)", column, record,
          hint: "give another \(what) another name, or write the same on all its lines")
      }
    } else {
      values.add(
        "says otherwise of the same \(what) than line \(entry.line)", columns[0], record,
        hint: "its lines must agree in \(columns.prefix(8).map { $0.names[0] }.joined(separator: ", ")), …")
    }
  }

  /// Takes note of the line that was written.
  func note(_ record: borrowing DelimitedRecord) { counts.lastLine = record.line }
}

/// What a pass has come to.
struct SheetCounts {
  /// The lines that were read, the header and empty ones apart.
  var lines = 0
  /// Lines that the ledger had already.
  var unchanged = 0
  /// A hash of all lines.
  var hash: UInt64 = 0
  /// The line that was written last.
  var lastLine = 0
}
