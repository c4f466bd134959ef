internal import CSQLite

/// Inserts many rows through one statement: values in the order of its parameters, then `insert`.
///
/// Texts are not copied: their bytes must stay until the row is inserted. What is wrong with a
/// value is told by `insert`.
///
/// ```swift
/// var rows = RowInserter(try transaction.prepare("INSERT INTO party (id, key) VALUES (?, ?)"))
/// rows.integer(1)
/// rows.text(bytes)
/// try rows.insert()
/// ```
@safe public struct RowInserter: ~Copyable {
  private let statement: Statement
  private var parameter: Int32 = 0
  private var code = SQLITE_OK
  /// The values that the statement has no parameter for.
  private let omitted: [Bool]
  private var value = 0

  /// One that runs a statement, which it keeps.
  ///
  /// `omitted`: Which of the values given for a row have no parameter, and are dropped.
  public init(_ statement: consuming Statement, omitting omitted: [Bool] = []) {
    self.statement = statement
    self.omitted = omitted
  }

  /// Goes on to the parameter of the next value.
  ///
  /// - Returns: false where there is none.
  @inline(__always)
  private mutating func next() -> Bool {
    value += 1
    if value <= omitted.count, omitted[value - 1] { return false }
    parameter += 1
    return true
  }

  /// Gives the next parameter a text, which must be UTF-8; NULL where there are no bytes.
  public mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return null() }
    guard next() else { return }
    let length = bytes.count
    note(
      unsafe start.withMemoryRebound(to: CChar.self, capacity: length) { text in
        unsafe sqlite3_bind_text64(
          statement.handle, parameter, text, UInt64(length), nil, UInt8(SQLITE_UTF8))
      })
  }

  /// Gives the next parameter a text that is part of the program.
  public mutating func text(_ text: StaticString) {
    unsafe self.text(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Gives the next parameter an integer, or NULL.
  public mutating func integer(_ value: Int64?) {
    guard let value else { return null() }
    guard next() else { return }
    note(unsafe sqlite3_bind_int64(statement.handle, parameter, value))
  }

  /// Gives the next parameter a number, or NULL; never NaN.
  public mutating func real(_ value: Double?) {
    guard let value else { return null() }
    guard next() else { return }
    note(unsafe sqlite3_bind_double(statement.handle, parameter, value))
  }

  /// Gives the next parameter NULL.
  public mutating func null() {
    guard next() else { return }
    note(unsafe sqlite3_bind_null(statement.handle, parameter))
  }

  /// Inserts the row, and begins the next one.
  public mutating func insert() throws(SQLiteError) {
    assert(Int(parameter) == statement.parameterCount, "a row has all its values")
    if code == SQLITE_OK { code = unsafe sqlite3_step(statement.handle) }
    guard code == SQLITE_DONE else {
      let error = unsafe SQLiteError(code: code, statement: statement.handle)
      unsafe sqlite3_reset(statement.handle)
      (parameter, value, code) = (0, 0, SQLITE_OK)
      throw error
    }
    unsafe sqlite3_reset(statement.handle)
    (parameter, value, code) = (0, 0, SQLITE_OK)
  }

  private mutating func note(_ result: Int32) {
    if result != SQLITE_OK { code = result }
  }
}
