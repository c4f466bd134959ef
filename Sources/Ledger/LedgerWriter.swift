public import SQLite

/// Saves records of every kind in one open run, then settles what follows from them.
public struct LedgerWriter: Sendable {
  /// The run that is open.
  public let run: ImportRun
  /// What was done so far.
  public private(set) var counts = ImportRun.Counts()
  /// What of records on file was changed: the record's kind, its key, and the columns.
  public private(set) var changes: [RecordChange] = []
  /// The deals whose undivided rests may come out otherwise.
  private(set) var deals: Set<String> = []
  /// What this run itself says which claim to follow of.
  private(set) var expected: Set<ClaimSubject> = []
  private var touched = TouchedRecords()
  /// Whether any record came through this writer, on which links may bear.
  private var hasSaved = false

  /// One with what is given.
  public init(run: ImportRun) {
    self.run = run
  }

  /// Saves one record.
  ///
  /// `fillingOnly`: only fill what the stored record lacks.
  public mutating func save(
    _ record: any Record, fillingOnly: Bool = false, in transaction: borrowing Transaction
  ) throws {
    if let link = record as? PartyLink { try PartyVerdicts.admit(link, in: transaction) }
    var record = record
    var verdicts: Verdicts?
    if let claim = record as? Claim {
      try makeWay(for: claim, in: transaction)
    } else if !fillingOnly {
      let kept = try keepingVerdicts(of: record, in: transaction)
      record = kept.record
      verdicts = kept
    }
    let columns = try Self.save(record, fillingOnly: fillingOnly, run: run.id, in: transaction)
    counts.note(columns.map { $0.isEmpty ? .same : .changed } ?? .added)
    if let columns, !columns.isEmpty {
      changes.append(
        RecordChange(kind: type(of: record).table, key: record.key, columns: columns))
    }
    // Nothing on file rests on a source that was not there.
    if columns != [], columns != nil || !(record is Source) {
      hasSaved = hasSaved || Self.bearsOnCounting(record)
      touched.note(record)
    }
    noteDeal(of: record)
    for claim in verdicts?.claims ?? [] { try save(claim, in: transaction) }
    for claim in verdicts?.restated ?? [] { try replace(claim, in: transaction) }
  }

  /// Whether links and undivided rests may come out otherwise for a record that was saved.
  private static func bearsOnCounting(_ record: any Record) -> Bool {
    switch record {
    case is Party, is PartyNameRecord, is PartyIdentifier, is Holding, is Observation: false
    default: true
    }
  }

  /// Takes note of the claims an import brings along, which speak for the records it saves.
  public mutating func expect(_ claims: [Claim]) {
    expected.formUnion(claims.filter { $0.stance == "preferred" }.map { ClaimSubject(of: $0) })
  }

  /// Makes what the ledger holds under a record's key just what the record says, also where that
  /// takes something away; a record that is not there is added.
  public mutating func replace(_ record: any Record, in transaction: borrowing Transaction) throws {
    guard let columns = try Self.replace(record, run: run.id, in: transaction) else {
      return try save(record, in: transaction)
    }
    counts.note(columns.isEmpty ? .same : .changed)
    guard !columns.isEmpty else { return }
    changes.append(
      RecordChange(kind: type(of: record).table, key: record.key, columns: columns))
    touch(record)
  }

  /// Takes note that what follows from a record must be made anew.
  mutating func touch(_ record: any Record) {
    hasSaved = true
    touched.note(record)
    noteDeal(of: record)
  }

  /// Whose undivided rest a record bears on.
  private mutating func noteDeal(of record: any Record) {
    switch record {
    case let deal as Deal: deals.insert(deal.key)
    case let tranche as Tranche: deals.insert(tranche.deal)
    case let claim as Claim where claim.recordKind == "deal": deals.insert(claim.record)
    default: break
    }
  }

  /// Takes a verdict back. Nothing of the two parties was rewritten when it was given, so that what
  /// was before is there again.
  mutating func remove(_ link: PartyLink, in transaction: borrowing Transaction) throws {
    try Repository<PartyLink>().delete(link.key, in: transaction)
    counts.note(.changed)
    touched.note(link)
  }

  /// Takes note of records that were added past this writer, and of those that stay as they are.
  public mutating func note(added: Int = 0, unchanged: Int = 0, refused: Int = 0) {
    counts.added += added
    counts.same += unchanged
    counts.refused += refused
  }

  /// Takes note of one row that was written past this writer.
  mutating func note(_ change: Change) { counts.note(change) }

  /// Takes note that what is derived of a deal, by its row number, must be made anew.
  public mutating func touch(deal row: Int64) { touched.note(deal: row) }

  /// Takes note that what is converted at exchange rates must be made anew.
  mutating func touch(rates: [DailyValue]) { touched.note(rates: rates) }

  /// Of the claims on one attribute one is preferred: the newest to be called so.
  private func makeWay(for claim: Claim, in transaction: borrowing Transaction) throws {
    guard claim.stance == "preferred", RecordTables.all.contains(claim.recordKind) else { return }
    try transaction.run(
      """
      UPDATE claim SET stance = 'alternative', reason = NULL
      WHERE record_table = ?1 AND attribute = ?3 AND stance = 'preferred' AND key <> ?4
        AND record_id = (SELECT id FROM \(claim.recordKind) WHERE key = ?2)
      """, [claim.recordKind, claim.record, claim.attribute, claim.key])
  }

  /// Settles remainders, what is counted, and every derived row, and closes the run.
  ///
  /// `inputHash`: What was read, as a hash, where it was a file.
  public mutating func finish(
    inputHash: String? = nil, in transaction: borrowing Transaction
  ) throws {
    if counts.changesNothing { return try run.finish(counts, inputHash, in: transaction) }
    if hasSaved {
      let recounted = try CountingOnce.settle(in: transaction)
      counts.changed += recounted
      let remainders = try Remainders.settle(deals, run: run.id, in: transaction)
      counts.added += remainders.added
      counts.changed += remainders.changed
      touched.isLinkedToo = recounted + remainders.added + remainders.changed > 0
    }
    try Figures.rebuild(touched, in: transaction)
    try run.finish(counts, inputHash, in: transaction)
  }

  /// Replaces a record on file.
  ///
  /// - Returns: the columns that differed, or nil where there is none to replace.
  private static func replace<R: Record>(
    _ record: R, run: Int64, in transaction: borrowing Transaction
  ) throws -> [String]? {
    let repository = Repository<R>()
    guard let before = try repository.find(record.key, in: transaction) else { return nil }
    try repository.update(record, in: transaction)
    return R.columns.filter { $0.get(before) != $0.get(record) }.map(\.name)
  }

  /// Saves a record.
  ///
  /// - Returns: the columns that differed, or nil for a record that was new.
  private static func save<R: Record>(
    _ record: R, fillingOnly: Bool, run: Int64, in transaction: borrowing Transaction
  ) throws -> [String]? {
    let repository = Repository<R>()
    let before = try repository.find(record.key, in: transaction)
    let change = try repository.save(
      record, fillingOnly: fillingOnly, run: run, in: transaction)
    guard let before else { return nil }
    guard change == .changed, let after = try repository.find(record.key, in: transaction) else {
      return []
    }
    return R.columns.filter { $0.get(before) != $0.get(after) }.map(\.name)
  }
}

/// A record on file that a run changed.
public struct RecordChange: Sendable, Equatable, CustomStringConvertible {
  /// The record's table.
  public let kind: String
  /// The record's key.
  public let key: String
  /// The columns that differed.
  public let columns: [String]

  /// What the user reads.
  public var description: String { "changed \(kind) \(key): \(columns.joined(separator: ", "))" }
}
