internal import CSQLite

/// One column of the current row, lent to ``ColumnDecodable/init(from:)``.
///
/// Its methods read one storage class each and convert nothing. Messages name the column, never
/// the value in it.
@safe public struct Column: ~Copyable {
  let statement: OpaquePointer
  let index: Int32

  /// The name of the column in the result.
  public var name: String {
    guard let text = unsafe sqlite3_column_name(statement, index) else { return "\(index + 1)" }
    return unsafe String(cString: text)
  }

  /// How SQLite stores the value.
  ///
  /// The corresponding C function is
  /// [`sqlite3_column_type`](https://www.sqlite.org/c3ref/column_blob.html).
  public var storageClass: StorageClass {
    StorageClass(code: unsafe sqlite3_column_type(statement, index))
  }

  /// Whether the column is NULL.
  public var isNull: Bool {
    unsafe sqlite3_column_type(statement, index) == SQLITE_NULL
  }

  /// The INTEGER in the column.
  ///
  /// The corresponding C function is
  /// [`sqlite3_column_int64`](https://www.sqlite.org/c3ref/column_blob.html).
  ///
  /// - Throws: ``SQLiteError`` when the column holds another class.
  public func integer() throws(SQLiteError) -> Int64 {
    try expect(.integer)
    return unsafe sqlite3_column_int64(statement, index)
  }

  /// The REAL in the column.
  ///
  /// The corresponding C function is
  /// [`sqlite3_column_double`](https://www.sqlite.org/c3ref/column_blob.html).
  ///
  /// - Throws: ``SQLiteError`` when the column holds another class.
  public func real() throws(SQLiteError) -> Double {
    try expect(.real)
    return unsafe sqlite3_column_double(statement, index)
  }

  /// The TEXT in the column, with any NUL characters in it.
  ///
  /// The corresponding C function is
  /// [`sqlite3_column_text`](https://www.sqlite.org/c3ref/column_blob.html).
  ///
  /// - Throws: ``SQLiteError`` when the column holds another class, or bytes that are not UTF-8:
  ///   SQLite itself does not check what other programs store.
  public func text() throws(SQLiteError) -> String {
    try expect(.text)
    let bytes = unsafe try textBytes()
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else {
      throw error(.invalidUTF8(column: name))
    }
    return text
  }

  /// Lends the UTF-8 of the TEXT in the column without copying it.
  ///
  /// - Throws: ``SQLiteError`` when the column holds another class or bytes that are not UTF-8, and
  ///   what `body` throws.
  public func withText<R>(_ body: (Span<UInt8>) throws -> R) throws -> R {
    try expect(.text)
    let bytes = unsafe try textBytes()
    let span = unsafe bytes.span
    do {
      return try body(try UTF8Span(validating: span).span)
    } catch is UTF8.ValidationError {
      throw error(.invalidUTF8(column: name))
    }
  }

  /// The BLOB in the column.
  ///
  /// The corresponding C function is
  /// [`sqlite3_column_blob`](https://www.sqlite.org/c3ref/column_blob.html).
  ///
  /// - Throws: ``SQLiteError`` when the column holds another class.
  public func blob() throws(SQLiteError) -> [UInt8] {
    try expect(.blob)
    return unsafe Array(try blobBytes())
  }

  /// Lends the bytes of a TEXT or BLOB without copying them.
  ///
  /// - Throws: ``SQLiteError`` when the column holds another class, and what `body` throws.
  public func withBytes<R>(_ body: (Span<UInt8>) throws -> R) throws -> R {
    let isText = storageClass == .text
    if !isText { try expect(.blob) }
    let bytes = unsafe try isText ? textBytes() : blobBytes()
    return unsafe try body(bytes.span)
  }
}

extension Column {
  private func expect(_ expected: StorageClass) throws(SQLiteError) {
    let found = storageClass
    if found == expected { return }
    if found == .null { throw error(.unexpectedNull(column: name)) }
    throw error(.wrongType(column: name, expected: expected, found: found))
  }

  /// The bytes of a TEXT.
  ///
  /// SQLite wants the text asked for first and its length second.
  private func textBytes() throws(SQLiteError) -> UnsafeBufferPointer<UInt8> {
    let start = unsafe sqlite3_column_text(statement, index)
    return unsafe try bytes(at: UnsafeRawPointer(start))
  }

  private func blobBytes() throws(SQLiteError) -> UnsafeBufferPointer<UInt8> {
    unsafe try bytes(at: sqlite3_column_blob(statement, index))
  }

  /// The bytes that begin at `start`.
  ///
  /// An empty blob has no address; nor has anything when memory ran out while SQLite converted it,
  /// which only the connection's last code tells.
  private func bytes(
    at start: UnsafeRawPointer?
  ) throws(SQLiteError) -> UnsafeBufferPointer<UInt8> {
    guard let start = unsafe start else {
      let database = unsafe sqlite3_db_handle(statement)
      if unsafe sqlite3_errcode(database) == SQLITE_NOMEM {
        throw unsafe SQLiteError(code: SQLITE_NOMEM, statement: statement)
      }
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    let count = Int(unsafe sqlite3_column_bytes(statement, index))
    return unsafe UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }
}

extension Column {
  /// The error to throw when the value is stored well but means nothing to the type.
  ///
  /// - Parameter expected: what the column should hold, such as “a day”.
  public func invalid(_ expected: String) -> SQLiteError {
    error(.invalidValue(column: name, expected: expected))
  }

  /// The error to throw when a number does not fit a type.
  public func outOfRange<T>(for type: T.Type) -> SQLiteError {
    error(.outOfRange(column: name, type: "\(type)"))
  }

  private func error(_ reason: SQLiteError.Reason) -> SQLiteError {
    SQLiteError(reason, sql: unsafe Statement.text(of: statement))
  }
}
