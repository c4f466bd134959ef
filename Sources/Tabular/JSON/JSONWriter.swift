/// Writes JSON value by value: containers are begun and ended, members named before their value.
///
/// Numbers are written as the text given, so that `23250000000` and `4.200` keep every digit. A
/// call that makes no JSON, a member without a name say, is a mistake of the program and stops it.
public struct JSONWriter: Sendable {
  private let style: JSONStyle
  /// What has been written so far, as UTF-8. Who writes much takes it away between rows.
  public var utf8: [UInt8] = []
  /// The containers that are open: whether each is an object, and how much it holds.
  private var open: [(isObject: Bool, count: Int)] = []
  private var isAfterName = false

  /// A writer with nothing written.
  public init(style: JSONStyle = .compact) {
    self.style = style
  }

  /// What has been written so far.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Begins an object: `{`.
  public mutating func beginObject() { begin(isObject: true) }

  /// Ends the object begun last: `}`.
  public mutating func endObject() { end(isObject: true) }

  /// Begins an array: `[`.
  public mutating func beginArray() { begin(isObject: false) }

  /// Ends the array begun last: `]`.
  public mutating func endArray() { end(isObject: false) }

  /// Writes the name of a member. Its value comes next.
  public mutating func name(_ name: String) {
    precondition(open.last?.isObject == true && !isAfterName, "a name belongs into an object")
    separate()
    quote(name)
    utf8.append(ASCII.colon)
    if style != .compact { utf8.append(ASCII.space) }
    isAfterName = true
  }

  /// Writes a string value.
  public mutating func string(_ text: String) {
    beginValue()
    quote(text)
  }

  /// Writes a string value from its UTF-8, which has been checked.
  public mutating func string(utf8 text: Span<UInt8>) {
    beginValue()
    quote(text)
  }

  /// Writes a number from its text, which must be a JSON number: `-1.50`, `2e9`.
  public mutating func number(_ text: String) {
    precondition(Self.isNumber(text), "“\(text)” is no JSON number")
    beginValue()
    utf8 += Array(text.utf8)
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int64) {
    beginValue()
    utf8 += Array(String(value).utf8)
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    beginValue()
    utf8 += Array((value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    beginValue()
    utf8 += Array("null".utf8)
  }

  /// Ends a line between two whole values, as NDJSON and files want it.
  public mutating func newline() {
    precondition(open.isEmpty, "a line ends between whole values")
    utf8.append(ASCII.lineFeed)
  }

  /// Whether a text is a JSON number.
  public static func isNumber(_ text: String) -> Bool {
    var parser = JSONParser(SourceText(text), range: 0..<text.utf8.count)
    guard let first = text.utf8.first, first == ASCII.minus || ASCII.isDigit(first) else {
      return false
    }
    return (try? parser.parseNumber(parent: -1, ordinal: 0)) != nil && parser.offset == parser.end
  }

  private mutating func begin(isObject: Bool) {
    beginValue()
    utf8.append(isObject ? ASCII.openBrace : ASCII.openBracket)
    open.append((isObject, 0))
  }

  private mutating func end(isObject: Bool) {
    precondition(open.last?.isObject == isObject && !isAfterName, "nothing of this kind is open")
    let count = open.removeLast().count
    if style == .pretty, count > 0 { indent() }
    utf8.append(isObject ? ASCII.closeBrace : ASCII.closeBracket)
  }

  /// What stands before a value: nothing after a name, in an array a comma.
  private mutating func beginValue() {
    if isAfterName {
      isAfterName = false
    } else {
      precondition(open.last?.isObject != true, "a value in an object needs a name")
      separate()
    }
  }

  private mutating func separate() {
    guard let last = open.indices.last else { return }
    if open[last].count > 0 { utf8.append(ASCII.comma) }
    if style == .pretty {
      indent()
    } else if style == .line, open[last].count > 0 {
      utf8.append(ASCII.space)
    }
    open[last].count += 1
  }

  private mutating func indent() {
    utf8.append(ASCII.lineFeed)
    utf8 += Array(repeating: ASCII.space, count: 2 * open.count)
  }

  private mutating func quote(_ text: String) {
    var text = text
    text.withUTF8 { quote($0.span) }
  }

  private mutating func quote(_ text: Span<UInt8>) {
    utf8.append(ASCII.quote)
    text.withUnsafeBufferPointer { text in
      // Most texts need no escape and are copied whole.
      guard text.contains(where: Self.needsEscape) else { return utf8.append(contentsOf: text) }
      for byte in text { escape(byte) }
    }
    utf8.append(ASCII.quote)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash || byte == 0x7F
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case ASCII.quote, ASCII.backslash: utf8 += [ASCII.backslash, byte]
    case ASCII.lineFeed: utf8 += [ASCII.backslash, UInt8(ascii: "n")]
    case ASCII.carriageReturn: utf8 += [ASCII.backslash, UInt8(ascii: "r")]
    case ASCII.tab: utf8 += [ASCII.backslash, UInt8(ascii: "t")]
    case _ where Self.needsEscape(byte):
      let digits = String(byte, radix: 16)
      utf8 += Array(("\\u00" + (digits.count == 1 ? "0" : "") + digits).utf8)
    default: utf8.append(byte)
    }
  }
}
