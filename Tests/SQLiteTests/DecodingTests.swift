import SQLite
import Testing

struct DecodingTests {
  enum Kind: String, Bindable, ColumnDecodable {
    case bank
    case neocloud
  }

  /// The reason for which the first column of a query is no `T`; `nil` if it is one.
  func refusal<T: ColumnDecodable>(_ expression: String, as type: T.Type) -> SQLiteError.Reason? {
    do throws(SQLiteError) {
      let connection = try Connection.inMemory()
      _ = try connection.value("SELECT \(expression) AS amount", as: type)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `columns are read by number and by name`() throws {
    let connection = try makeParties()
    let rows = try connection.query("SELECT id, key, kind FROM party ORDER BY id") { row in
      (
        id: try row(0, as: Int64.self), key: try row("key", as: String.self),
        kind: try row("kind", as: Kind?.self)
      )
    }
    #expect(rows.map(\.id) == [1, 2])
    #expect(rows.map(\.key) == ["meta", "jpmorgan"])
    #expect(rows.map(\.kind) == [nil, .bank])
  }

  @Test func `NULL is read only into an optional`() {
    #expect(refusal("NULL", as: Int.self) == .unexpectedNull(column: "amount"))
    #expect(refusal("NULL", as: String.self) == .unexpectedNull(column: "amount"))
    #expect(refusal("NULL", as: [UInt8].self) == .unexpectedNull(column: "amount"))
    #expect(refusal("NULL", as: Int?.self) == nil)
    #expect(refusal("NULL", as: Value.self) == nil)
  }

  @Test(arguments: [
    ("1", StorageClass.integer), ("1.5", .real), ("'1'", .text), ("x'31'", .blob),
  ])
  func `nothing is converted silently`(expression: String, found: StorageClass) {
    func expectRefusal<T: ColumnDecodable>(as type: T.Type, expected: StorageClass) {
      let reason = SQLiteError.Reason.wrongType(
        column: "amount", expected: expected, found: found)
      #expect(refusal(expression, as: type) == (expected == found ? nil : reason))
    }
    expectRefusal(as: Int.self, expected: .integer)
    expectRefusal(as: Int32?.self, expected: .integer)
    expectRefusal(as: String.self, expected: .text)
    expectRefusal(as: [UInt8].self, expected: .blob)
    if found != .integer { expectRefusal(as: Double.self, expected: .real) }
  }

  @Test func `a Double is read from an integer that it holds exactly`() {
    #expect(refusal("9007199254740992", as: Double.self) == nil)
    let reason = SQLiteError.Reason.outOfRange(column: "amount", type: "Double")
    #expect(refusal("9007199254740993", as: Double.self) == reason)
  }

  @Test func `an integer must fit`() {
    func tooLarge(_ type: String) -> SQLiteError.Reason {
      .outOfRange(column: "amount", type: type)
    }
    #expect(refusal("-128", as: Int8.self) == nil)
    #expect(refusal("128", as: Int8.self) == tooLarge("Int8"))
    #expect(refusal("2147483648", as: Int32.self) == tooLarge("Int32"))
    #expect(refusal("-1", as: UInt32.self) == tooLarge("UInt32"))
    #expect(refusal("1", as: Bool.self) == nil)
    #expect(refusal("2", as: Bool.self) == tooLarge("Bool"))
  }

  @Test func `a raw value must belong to a case`() {
    #expect(refusal("'bank'", as: Kind.self) == nil)
    #expect(
      refusal("'shop'", as: Kind.self)
        == .invalidValue(column: "amount", expected: "a value of Kind"))
  }

  @Test func `bytes that are not UTF-8 are an error, not a crash and not a guess`() throws {
    for bytes in ["ff", "c0af", "eda080", "61c3", "f4908080"] {
      let expression = "CAST(x'\(bytes)' AS TEXT)"
      #expect(refusal(expression, as: String.self) == .invalidUTF8(column: "amount"))
      #expect(refusal(expression, as: Value.self) == .invalidUTF8(column: "amount"))
    }
  }

  @Test func `a NUL character is a character like others`() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t (a)")
    try connection.run("INSERT INTO t VALUES (?)", ["x\0y"])
    #expect(try connection.value("SELECT a FROM t") == "x\0y")
    #expect(try connection.value("SELECT hex(a) FROM t") == "780079")
  }

  @Test func `the bytes of a text or blob are lent without a copy`() throws {
    let connection = try Connection.inMemory()
    func bytes(_ expression: String) throws -> [UInt8] {
      try connection.one("SELECT \(expression)") { row in
        try row.withColumnBytes(0) { span in span.indices.map { span[$0] } }
      }
    }
    #expect(try bytes("'aå'") == Array("aå".utf8))
    #expect(try bytes("x'00ff'") == [0, 255])
    #expect(try bytes("x''") == [])
    #expect(throws: SQLiteError.self) { try bytes("1") }
    #expect(throws: SQLiteError.self) { try bytes("NULL") }
  }

  @Test func `a column that is not there, or there twice, is an error`() throws {
    let connection = try Connection.inMemory()
    func reason(_ read: (borrowing Row) throws -> Int) -> SQLiteError.Reason? {
      #expect(throws: SQLiteError.self) {
        try connection.one("SELECT 1 AS a, 2 AS b, 3 AS b", [], read)
      }?.reason
    }
    #expect(reason { try $0("c") } == .unknownColumn("c"))
    #expect(reason { try $0("A") } == .unknownColumn("A"))
    #expect(reason { try $0("b") } == .ambiguousColumn("b"))
    #expect(reason { try $0(3) } == .unknownColumn("number 3"))
    #expect(reason { try $0(-1) } == .unknownColumn("number -1"))
  }

  @Test(arguments: UInt64(0)..<32)
  func `every value comes back as it went in`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t (a)")  // without a type, so that nothing is converted
    for _ in 0..<50 {
      let value = Value.random(using: &random)
      try connection.run("INSERT INTO t VALUES (?)", [value])
      let id = connection.lastInsertRowID
      #expect(try connection.value("SELECT a FROM t WHERE rowid = ?", [id]) == value)
    }
  }

  @Test(arguments: UInt64(0)..<8)
  func `a statement that is run again and again mixes up no values`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let connection = try Connection.inMemory()
    var statement = try connection.prepare("SELECT ?1, ?2, ?1 || '', ?3")
    for _ in 0..<200 {
      // Texts shorter and longer than the buffers in which they are kept.
      let texts = (0..<3).map { _ in
        let longest = [3, 70, 5_000].randomElement(using: &random) ?? 0
        return String(
          repeating: ["x", "å"].randomElement(using: &random) ?? "",
          count: Int.random(in: 0...longest, using: &random))
      }
      let row = try statement.one([texts[0], texts[1], texts[2]]) { try $0.values() }
      #expect(row == [texts[0], texts[1], texts[0], texts[2]].map { .text($0) })
    }
  }

  @Test func `the largest integers come back whole`() throws {
    let connection = try Connection.inMemory()
    for number in [Int64.min, Int64.min + 1, -1, 0, 9_007_199_254_740_993, Int64.max] {
      #expect(try connection.value("SELECT ?", [number]) == number)
    }
  }
}

/// The generator of Steele, Lea and Flood: any seed will do, and the same seed gives the same test.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Value {
  /// Any value but NaN; short and long, small and large alike.
  static func random(using random: inout SplitMix64) -> Value {
    let length = Bool.random(using: &random) ? 40 : 3
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .null
    case 1:
      return .integer(Int64(bitPattern: random.next() >> UInt64.random(in: 0..<64, using: &random)))
    case 2:
      let real = Double(bitPattern: random.next())
      return .real(real.isNaN ? 0.1 : real)
    case 3:
      let scalars: [Unicode.Scalar] = ["a", "å", "日", "🧮", "\0", "'", "\n", "\u{301}"]
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...length, using: &random) {
        text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
      }
      return .text(String(text))
    default:
      let count = Int.random(in: 0...length, using: &random)
      return .blob((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }
}
