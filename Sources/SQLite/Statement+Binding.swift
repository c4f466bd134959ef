internal import CSQLite

/// Values for the parameters. Giving one takes the statement back to its beginning.
extension Statement {
  /// The number of parameters, or the greatest number among them where they are numbered.
  ///
  /// The corresponding C function is
  /// [`sqlite3_bind_parameter_count`](https://www.sqlite.org/c3ref/bind_parameter_count.html).
  public var parameterCount: Int {
    Int(unsafe sqlite3_bind_parameter_count(handle))
  }

  /// The names of the parameters as they stand in the SQL, such as `:as_of`; `nil` for a `?`.
  ///
  /// The corresponding C function is
  /// [`sqlite3_bind_parameter_name`](https://www.sqlite.org/c3ref/bind_parameter_name.html).
  public var parameterNames: [String?] {
    (unsafe 0..<sqlite3_bind_parameter_count(handle)).map { index in
      guard let name = unsafe sqlite3_bind_parameter_name(handle, index + 1) else { return nil }
      return unsafe String(cString: name)
    }
  }

  /// Gives all parameters their values.
  ///
  /// - Throws: ``SQLiteError`` when a value is missing or one too many.
  public mutating func bind(_ bindings: Bindings) throws(SQLiteError) {
    switch bindings.storage {
    case .positional(let values):
      guard values.count == parameterCount else {
        throw SQLiteError(
          .parameterCount(expected: parameterCount, given: values.count), sql: sql)
      }
      for (index, value) in values.enumerated() {
        try bind(value.databaseValue, at: index + 1)
      }
    case .named(let values):
      try bind(named: values)
    }
  }

  /// Gives the parameter with this number, counted from 1 as in `?1`, a value.
  ///
  /// - Throws: ``SQLiteError`` when there is no such parameter, or the value is NaN or too large.
  @inlinable
  public mutating func bind(_ value: some Bindable, at index: Int) throws(SQLiteError) {
    try bind(value: value.databaseValue, at: index)
  }

  /// Gives the parameter of this name, with or without its `:`, `@` or `$`, a value.
  ///
  /// The corresponding C function is
  /// [`sqlite3_bind_parameter_index`](https://www.sqlite.org/c3ref/bind_parameter_index.html).
  ///
  /// - Throws: ``SQLiteError`` when there is no such parameter, or the value is NaN or too large.
  public mutating func bind(_ value: some Bindable, named name: String) throws(SQLiteError) {
    try bind(value: value.databaseValue, at: try parameterIndex(of: name))
  }

  /// Gives a parameter NULL.
  ///
  /// The corresponding C function is
  /// [`sqlite3_bind_null`](https://www.sqlite.org/c3ref/bind_blob.html).
  public mutating func bindNull(at index: Int) throws(SQLiteError) {
    try bind(value: .null, at: index)
  }

  /// Gives a parameter a TEXT, copied from bytes that are known to be UTF-8.
  ///
  /// The corresponding C function is
  /// [`sqlite3_bind_text64`](https://www.sqlite.org/c3ref/bind_blob.html).
  public mutating func bind(text: UTF8Span, at index: Int) throws(SQLiteError) {
    let number = try prepareToBind(index)
    let code = unsafe text.span.withUnsafeBufferPointer { unsafe bindText($0, at: number) }
    try check(code)
  }

  /// Gives a parameter a BLOB, copied from bytes.
  ///
  /// The corresponding C function is
  /// [`sqlite3_bind_blob64`](https://www.sqlite.org/c3ref/bind_blob.html).
  public mutating func bind(blob: Span<UInt8>, at index: Int) throws(SQLiteError) {
    let number = try prepareToBind(index)
    let code = unsafe blob.withUnsafeBufferPointer { unsafe bindBlob($0, at: number) }
    try check(code)
  }

  /// Gives all parameters NULL.
  ///
  /// The corresponding C function is
  /// [`sqlite3_clear_bindings`](https://www.sqlite.org/c3ref/clear_bindings.html).
  public mutating func clearBindings() {
    if state != .ready { reset() }
    unsafe sqlite3_clear_bindings(handle)
  }
}

extension Statement {
  @usableFromInline
  mutating func bind(value: Value, at index: Int) throws(SQLiteError) {
    let number = try prepareToBind(index)
    let code: Int32
    switch value {
    case .null:
      code = unsafe sqlite3_bind_null(handle, number)
    case .integer(let integer):
      code = unsafe sqlite3_bind_int64(handle, number, integer)
    case .real(let real):
      guard !real.isNaN else { throw SQLiteError(.notANumber(parameter: index), sql: sql) }
      code = unsafe sqlite3_bind_double(handle, number, real)
    case .text(var text):
      code = text.withUTF8 { unsafe bindText($0, at: number) }
    case .blob(let bytes):
      code = unsafe bytes.withUnsafeBufferPointer { unsafe bindBlob($0, at: number) }
    }
    try check(code)
  }

  private mutating func bind(
    named values: [(name: String, value: any Bindable)]
  ) throws(SQLiteError) {
    var isGiven = [Bool](repeating: false, count: parameterCount)
    for (name, value) in values {
      let index = try parameterIndex(of: name)
      try bind(value: value.databaseValue, at: index)
      isGiven[index - 1] = true
    }
    if let missing = isGiven.firstIndex(of: false) {
      throw SQLiteError(.missingParameter(parameterNames[missing] ?? "?\(missing + 1)"), sql: sql)
    }
  }

  private func parameterIndex(of name: String) throws(SQLiteError) -> Int {
    for spelling in [name, ":" + name, "@" + name, "$" + name] {
      let index = unsafe sqlite3_bind_parameter_index(handle, spelling)
      if index > 0 { return Int(index) }
    }
    throw SQLiteError(.unknownParameter(name), sql: sql)
  }

  /// SQLite takes values only before the first step.
  private mutating func prepareToBind(_ index: Int) throws(SQLiteError) -> Int32 {
    guard index >= 1, index <= parameterCount else {
      throw SQLiteError(.unknownParameter("?\(index)"), sql: sql)
    }
    if state != .ready { reset() }
    return Int32(truncatingIfNeeded: index)
  }

  @unsafe private mutating func bindText(
    _ bytes: UnsafeBufferPointer<UInt8>, at number: Int32
  ) -> Int32 {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      // Without an address SQLite would bind NULL.
      return unsafe sqlite3_bind_text64(
        handle, number, "", 0, csqlite_transient(), UInt8(SQLITE_UTF8))
    }
    let isKept = !isCached && bytes.count <= ParameterBuffers.longestText
    let address =
      unsafe isKept
      ? buffers.copy(start, count: bytes.count, parameter: number) : start
    return unsafe address.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
      unsafe sqlite3_bind_text64(
        handle, number, text, UInt64(bytes.count), isKept ? nil : csqlite_transient(),
        UInt8(SQLITE_UTF8))
    }
  }

  @unsafe private func bindBlob(_ bytes: UnsafeBufferPointer<UInt8>, at number: Int32) -> Int32 {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      return unsafe sqlite3_bind_zeroblob(handle, number, 0)
    }
    return unsafe sqlite3_bind_blob64(
      handle, number, start, UInt64(bytes.count), csqlite_transient())
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { throw unsafe SQLiteError(code: code, statement: handle) }
  }
}
