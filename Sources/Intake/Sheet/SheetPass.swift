import Finance
import Ledger
import SQLite
import Tabular

/// One pass over a sheet: each line is read to its end, then written or refused as a whole.
struct SheetPass: ~Copyable {
  /// What is remembered of a deal or tranche that a line of this sheet has named.
  struct Entry: BitwiseCopyable {
    private let number: UInt32
    /// The hash of everything that its lines must say alike.
    private let content: UInt32
    private let place: UInt32

    /// One that a line has named first.
    ///
    /// - Parameters:
    ///   - wasKnown: Whether the ledger had it before the run, so that its lines are compared with
    ///     what is there.
    ///   - kind: The place of a deal's kind among the kinds met so far, at most 127.
    init(row: Int64, content: UInt64, line: Int, wasKnown: Bool, kind: Int = 0) {
      number = UInt32(clamping: row)
      self.content = UInt32(truncatingIfNeeded: content >> 32)
      place = UInt32(min(line, 1 << 24 - 1)) << 8 | UInt32(kind) << 1 | (wasKnown ? 1 : 0)
    }

    var row: Int64 { Int64(number) }
    /// The line that has named it; of the first 16 million.
    var line: Int { Int(place >> 8) }
    var kind: Int { Int(place >> 1 & 127) }
    var wasKnown: Bool { place & 1 != 0 }

    func agrees(with content: UInt64) -> Bool {
      self.content == UInt32(truncatingIfNeeded: content >> 32)
    }
  }

  var values: SheetValues
  var keys = SheetKeys()
  let parties: PartyResolver
  let known: KnownRows
  let rates: ExchangeRates
  let options: SheetImporter.Options
  var bulk: BulkWriter
  var load: SheetLoad
  var saver: LedgerWriter

  var deals = SheetTable<Entry>()
  var tranches = SheetTable<Entry>()
  /// The amount of the tranche that was read last.
  var lastAmount: SheetSum?
  var sources = SheetTable<UInt32>()
  var partyRows = SheetTable<Int64>()
  var partiesByKey: [String: Int64] = [:]
  var newParties: [String] = []
  /// The kinds of deals met so far.
  var kinds: [TextBytes] = []
  /// The identifiers that have a tranche.
  var identifiers: Set<String>
  /// The parts on file that lines of this sheet have named, so that each is named once.
  var namedParts: Set<Int64> = []
  private var lines = SheetTable<Void>()
  /// How often those lines were met that were met more than once.
  private var occurrences: [UInt64: Int64] = [:]
  /// The deal the last line was about, when it was new in this run.
  var facts: SheetDealFacts?
  /// The cells of the last line, to tell which of them a later line contradicts.
  private var lastCells = [UInt64](repeating: 0, count: SheetColumn.allCases.count)
  private var cells = [UInt64](repeating: 0, count: SheetColumn.allCases.count)
  private var lastDeal: UInt64 = 0
  /// Which cells of a line its deal and its tranche are made of: the column's number and its index.
  let dealCells: [(column: Int, index: Int)]
  let trancheCells: [(column: Int, index: Int)]
  private(set) var counts = SheetCounts()
  var unfunded = UnfundedDeals()
  /// What was taken and is worth a look.
  private(set) var warnings: [SourceProblem] = []
  /// Whether lines are still written; after a refusal that ends the run only problems are sought.
  var isWriting = true

  let debtInstruments: Set<String>
  /// Whether an instrument is debt, by the address of its code.
  var debts = SheetTable<Bool>(capacity: 64)
  /// The axes that words of status stand for.
  var axesOfWords = SheetTable<SheetAxes>(capacity: 64)
  /// Exchange rates, by currency and days.
  var ratesOfDays = SheetTable<SheetRate>()
  let ratedParties: Set<Int64>
  let partiesOfKnownKind: Set<Int64>
  /// The measures that rules give, by what they depend on.
  var measures = SheetTable<TextBytes>(capacity: 64)

  init(
    layout: SheetLayout, options: SheetImporter.Options, run: ImportRun, expectedLines: Int?,
    in transaction: borrowing Transaction
  ) throws {
    let codes = try CodeLists(transaction)
    let currencies = Set(
      try transaction.query("SELECT code FROM currency") { try $0(0, as: String.self) })
    let known = try KnownRows(transaction)
    let rates = try ExchangeRates(transaction)
    let parties = try PartyResolver(transaction, matches: options.matches)
    let bulk = try BulkWriter(run: run, without: layout.emptyColumns, in: transaction)
    let load = try SheetLoad(known: known, expectedLines: expectedLines, in: transaction)
    let rated = try KnownRows.ratedParties(in: transaction)
    let ofKnownKind = try KnownRows.partiesOfKnownKind(in: transaction)
    let identifiers =
      layout.has(.isin) || layout.has(.cusip) ? try KnownRows.identifiers(in: transaction) : []
    values = SheetValues(
      layout: layout, codes: codes, currencies: currencies, takesDoubtful: options.takesDoubtful)
    (self.rates, self.parties, self.known) = (rates, parties, known)
    self.bulk = bulk
    self.load = load
    saver = LedgerWriter(run: run)
    debtInstruments = Set(codes.all(in: "debt_instrument"))
    ratedParties = rated
    partiesOfKnownKind = ofKnownKind
    self.options = options
    self.identifiers = identifiers
    dealCells = SheetColumn.ofDeal.compactMap { column in
      layout[column].map { (column.rawValue, $0) }
    }
    trancheCells = SheetColumn.ofTranche.compactMap { column in
      layout[column].map { (column.rawValue, $0) }
    }
  }

  /// Takes the next line.
  ///
  /// - Returns: what is wrong with it; nothing of it was written then.
  mutating func take(
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
    if line.occurrence > 1, warnings.count < ImportRefused.mostPrinted {
      warnings.append(
        SourceProblem(
          position: record.position, message: "the line stands in the table before",
          hint: "each is taken for one of its own; take one away if it is the same"))
    }
    guard let deal = self.deal(of: record) else {
      try readRest(of: record)
      return values.problems
    }
    if let entry = try entry(of: deal, record, in: transaction), entry.wasKnown {
      try change(record, line, deal: deal, row: entry.row, in: transaction)
    } else {
      try add(record, line, deal: deal, in: transaction)
    }
    lastDeal = deal.hash
    swap(&lastCells, &cells)
    return values.problems
  }

  /// Reads a line that is refused already for what else is wrong with it.
  ///
  /// - Returns: all that is wrong, each place once.
  mutating func refuse(
    _ record: borrowing DelimitedRecord, _ faults: [SourceProblem]
  ) throws -> [SourceProblem] {
    values.begin()
    keys.begin()
    counts.lines += 1
    try readRest(of: record)
    let places = faults.map(\.position)
    let others = values.problems.filter { !places.contains($0.position) }
    return (faults + others).sorted { $0.position < $1.position }
  }

  /// Counts a line of which no cell can be told.
  mutating func countUnreadable() { counts.lines += 1 }

  /// The line's identity: the n-th equal line of a sheet is the n-th that is stored.
  private mutating func number(_ record: borrowing DelimitedRecord) -> BulkLine {
    let hash = record.lineHash ^ values.layout.hash
    var occurrence: Int64 = 1
    if lines.insert(hash) {
      occurrence = (occurrences[hash] ?? 1) + 1
      occurrences[hash] = occurrence
    }
    return BulkLine(hash: Int64(bitPattern: hash), occurrence: occurrence)
  }

  /// Whether a line of this sheet has a hash.
  func hasSeenLine(_ hash: Int64) -> Bool { lines[UInt64(bitPattern: hash)] != nil }

  /// The hash of the cells that all lines of one record must have alike.
  mutating func content(
    _ columns: [(column: Int, index: Int)], _ record: borrowing DelimitedRecord
  ) -> UInt64 {
    var content: UInt64 = 0
    for (column, index) in columns {
      let hash = DelimitedHash.of(record.bytes(of: index).span)
      cells[column] = hash
      content = (content ^ hash) &* 0x9E37_79B9_7F4A_7C15
      content ^= content >> 29
    }
    return content
  }

  /// What is wrong where two lines of one record differ: each cell, where the other line is the one
  /// before.
  mutating func contradict(
    _ columns: [SheetColumn], of what: String, _ entry: Entry, deal: SheetDealKey,
    _ record: borrowing DelimitedRecord
  ) {
    let differing = columns.filter {
      values.layout.has($0) && cells[$0.rawValue] != lastCells[$0.rawValue]
    }
    if deal.hash == lastDeal, entry.line == counts.lastLine, !differing.isEmpty {
      for column in differing {
        values.add(
          "differs from line \(entry.line), which is about the same \(what)", column, record,
          hint: "give another \(what) another name, or write the same on all its lines")
      }
    } else {
      let names = columns.prefix(8).map { $0.names[0] }.joined(separator: ", ")
      values.add(
        "says otherwise of the same \(what) than line \(entry.line)", columns[0], record,
        hint: "its lines must agree in \(names), …")
    }
  }

  /// Lets go of what is remembered of lines, deals and tranches.
  mutating func forget() {
    lines = SheetTable()
    deals = SheetTable()
    tranches = SheetTable()
    sources = SheetTable()
  }

  /// Takes note of the line that was written.
  mutating func note(_ record: borrowing DelimitedRecord) {
    counts.lastLine = record.originalLine
  }
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
