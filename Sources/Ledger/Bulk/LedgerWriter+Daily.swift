public import SQLite

extension LedgerWriter {
  /// Saves exchange rates, units of a currency for one euro; a currency has one a day.
  public mutating func saveRates(
    _ rates: [DailyValue], source: String, in transaction: borrowing Transaction
  ) throws {
    let load = try save(rates, into: .exchangeRates, source: source, in: transaction)
    touch(rates: load.added)
    touch(rates: load.changed)
  }

  /// Saves fixings of reference rates, in percent a year; a benchmark has one a day.
  public mutating func saveFixings(
    _ fixings: [DailyValue], source: String, in transaction: borrowing Transaction
  ) throws {
    _ = try save(fixings, into: .fixings, source: source, in: transaction)
  }

  private mutating func save(
    _ values: [DailyValue], into table: DailyTable, source: String,
    in transaction: borrowing Transaction
  ) throws -> DailyLoad {
    let load = try DailyLoad(values, into: table, in: transaction)
    note(added: load.added.count, unchanged: load.same, refused: 0)
    for _ in load.changed { note(.changed) }
    guard !load.added.isEmpty || !load.changed.isEmpty else { return load }
    guard let row = try RecordTables.row(of: source, in: Source.table, transaction) else {
      throw LedgerError.unknownKey(kind: Source.table, key: source, wantedBy: table.table)
    }
    try load.write(source: row, run: run.id, in: transaction)
    return load
  }
}
