public import SQLite

/// The records of one table: values in, values out, by key.
///
/// Reading takes any database; writing takes a transaction, so that it cannot happen outside one.
public struct Repository<R: Record>: Sendable {
  /// One that holds nothing yet.
  public init() {}

  /// The record with a key, or nil.
  public func find(_ key: String, in database: borrowing some Database & ~Copyable) throws -> R? {
    let row = R.condition(on: key)
    return try database.first(
      SQLText<R>.select + " WHERE \(row.sql)", Bindings([row.binding])
    ) { try Self.read($0) }
  }

  /// Every record, by key.
  public func all(in database: borrowing some Database & ~Copyable) throws -> [R] {
    try all(matching: "1", [], in: database)
  }

  /// The records of which a condition on `t` holds, by key.
  func all(
    matching condition: String, _ bindings: Bindings,
    in database: borrowing some Database & ~Copyable
  ) throws -> [R] {
    try database.query(SQLText<R>.select + " WHERE \(condition) ORDER BY 1", bindings) {
      try Self.read($0)
    }
  }

  /// Records that refer to another one, in the order they were added: the tranches of a deal.
  ///
  /// `column`: a reference column of this table, such as `deal_id`.
  public func all(
    where column: String, is key: String, in database: borrowing some Database & ~Copyable
  ) throws -> [R] {
    guard let found = R.columns.first(where: { $0.name == column }),
      case .reference(let table) = found.content
    else { preconditionFailure("\(R.table).\(column) is no reference") }
    return try database.query(
      SQLText<R>.select + " WHERE t.\(column) = (SELECT id FROM \(table) WHERE key = ?)"
        + " ORDER BY t.id", [key]
    ) { try Self.read($0) }
  }

  /// How many there are.
  public func count(in database: borrowing some Database & ~Copyable) throws -> Int {
    try database.value("SELECT COUNT(*) FROM \(R.table)", as: Int.self) ?? 0
  }

  /// Adds a record whose key is new.
  ///
  /// - Throws: `LedgerError.duplicateKey`, `.unknownKey` for a reference to nothing, `.rule` where
  ///   a rule of the schema does not hold.
  public func insert(_ record: R, run: Int64? = nil, in transaction: borrowing Transaction) throws {
    let said = R.columns.filter { $0.get(record) != .null }
    var names = ["key"] + said.map(\.name)
    var values: [any Bindable] = [record.key]
    for column in said { values.append(try stored(column, of: record, in: transaction)) }
    if let run {
      names.append("run_id")
      values.append(run)
    }
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    try perform(record, in: transaction) { (transaction) throws(SQLiteError) in
      try transaction.run(
        "INSERT INTO \(R.table) (\(names.joined(separator: ", "))) VALUES (\(marks))",
        Bindings(values))
    }
  }

  /// Replaces what the ledger holds under the record's key by what the record says.
  ///
  /// - Returns: whether anything differed.
  @discardableResult
  public func update(_ record: R, in transaction: borrowing Transaction) throws -> Bool {
    guard let current = try find(record.key, in: transaction) else {
      throw LedgerError.unknownKey(kind: R.table, key: record.key, wantedBy: record.key)
    }
    let changed = R.columns.filter { $0.get(current) != $0.get(record) }
    guard !changed.isEmpty else { return false }
    var values: [any Bindable] = []
    for column in changed { values.append(try stored(column, of: record, in: transaction)) }
    let row = R.condition(on: record.key)
    values.append(row.binding)
    let assignments = changed.map { "\($0.name) = ?" }.joined(separator: ", ")
    try perform(record, in: transaction) { (transaction) throws(SQLiteError) in
      try transaction.run(
        "UPDATE \(R.table) SET \(assignments) WHERE \(row.sql)", Bindings(values))
    }
    return true
  }

  /// Removes the record with a key, and what is derived of it.
  public func delete(_ key: String, in transaction: borrowing Transaction) throws {
    let row = R.condition(on: key)
    for table in FigureTable.all where table.columns.first == "\(R.table)_id" {
      try transaction.run(
        """
        DELETE FROM \(table.name)
        WHERE \(R.table)_id = (SELECT id FROM \(R.table) WHERE \(row.sql))
        """,
        Bindings([row.binding]))
    }
    try transaction.run("DELETE FROM \(R.table) WHERE \(row.sql)", Bindings([row.binding]))
  }

  static func read(_ row: borrowing Row) throws -> R {
    var record = R(key: try row(0, as: String.self))
    for (index, column) in R.columns.enumerated() {
      try column.set(&record, row, index + 1)
    }
    return record
  }

  /// What a column stores of a record: the value, or the row that a key stands for.
  private func stored(
    _ column: RecordColumn<R>, of record: R, in transaction: borrowing Transaction
  ) throws -> Value {
    let value = column.get(record)
    let table: String
    switch column.content {
    case .value: return value
    case .reference(let name): table = name
    case .anyReference(let kindColumn):
      guard let kind = R.columns.first(where: { $0.name == kindColumn })?.get(record),
        case .text(let name) = kind, RecordTables.all.contains(name)
      else { throw LedgerError.rule(record: record.key, rule: "\(kindColumn) is no table") }
      table = name
    }
    guard case .text(let key) = value else { return .null }
    guard let id = try RecordTables.row(of: key, in: table, transaction)
    else { throw LedgerError.unknownKey(kind: table, key: key, wantedBy: record.key) }
    return .integer(id)
  }

  /// The SELECT that reads records, and after their columns what more is asked for.
  static func selecting(_ more: String) -> String { SQLText<R>.select(more) }

  /// Runs a write and turns a broken rule into words.
  private func perform(
    _ record: R, in transaction: borrowing Transaction,
    _ write: (borrowing Transaction) throws(SQLiteError) -> Void
  ) throws {
    do throws(SQLiteError) {
      try write(transaction)
    } catch {
      throw LedgerError(error, record: record.key, table: R.table)
    }
  }
}

/// The SELECT that reads a record: its values, and the keys behind its references.
private enum SQLText<R: Record> {
  static var select: String { select("") }

  /// - Parameter more: further columns, each after a comma.
  static func select(_ more: String) -> String {
    let columns = R.columns.map { column in
      switch column.content {
      case .value:
        "t.\(column.name)"
      case .reference(let table):
        "(SELECT key FROM \(table) WHERE id = t.\(column.name))"
      case .anyReference(let kindColumn):
        "(SELECT record_key FROM records"
          + " WHERE record_kind = t.\(kindColumn) AND record_id = t.\(column.name))"
      }
    }
    return
      "SELECT \(R.keyExpression), \(columns.joined(separator: ", "))\(more) FROM \(R.table) t"
  }
}
