internal import Markup

/// The texts that the cells of a workbook share.
struct SharedStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// The most bytes of all texts together; 1 GiB.
  static let mostBytes = 1 << 30

  var count: Int { ends.count }

  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return String(decoding: bytes[start..<ends[index]], as: UTF8.self)
  }

  /// Reads the part of a workbook that holds them.
  mutating func read(_ reader: XMLReader, file: String) throws {
    var text = CellText()
    while let event = try reader.next() {
      switch event {
      case .start(let tag): text.begin(tag.name)
      case .text(let piece): text.add(piece)
      case .end(let name):
        text.end(name)
        guard name == "si" else { continue }
        bytes.append(contentsOf: text.take().utf8)
        ends.append(bytes.count)
        guard bytes.count <= Self.mostBytes else {
          throw WorkbookProblem(
            file: file, "its texts are longer than \(Self.mostBytes) bytes",
            hint: "save the worksheet as CSV")
        }
      }
    }
  }
}

/// Gathers the text of a cell: all its runs, without guides to pronunciation.
struct CellText {
  private var text = ""
  private var isText = false
  private var isPhonetic = false

  mutating func begin(_ name: String) {
    if name == "rPh" { isPhonetic = true }
    if name == "t" { isText = true }
  }

  mutating func add(_ piece: String) {
    if isText, !isPhonetic { text += piece }
  }

  mutating func end(_ name: String) {
    if name == "rPh" { isPhonetic = false }
    if name == "t" { isText = false }
  }

  /// The text so far, which is then forgotten.
  mutating func take() -> String {
    defer { text = "" }
    return Self.unescaped(text)
  }

  /// `_x000D_` is a character that XML cannot hold, and `_x005F_` an underscore before such a form
  /// (ECMA-376, part 1, 22.9.2.19).
  static func unescaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "_")) else { return text }
    var units: [UInt16] = []
    var offset = 0
    var out = ""
    func flush() {
      out += String(decoding: units, as: UTF16.self)
      units.removeAll()
    }
    var start = 0
    while offset < bytes.count {
      guard let unit = escape(in: bytes, at: offset) else {
        offset += 1
        continue
      }
      if start < offset {
        flush()
        out += String(decoding: bytes[start..<offset], as: UTF8.self)
      }
      units.append(unit)
      offset += 7
      start = offset
    }
    flush()
    return out + String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func escape(in bytes: [UInt8], at offset: Int) -> UInt16? {
    guard offset + 7 <= bytes.count, bytes[offset] == UInt8(ascii: "_"),
      bytes[offset + 1] == UInt8(ascii: "x"), bytes[offset + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(offset + 2)..<(offset + 6)]
    guard !digits.contains(UInt8(ascii: "+")) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
