import Tabular
import TestSupport
import Testing

@Suite struct EncodingTests {
  private static let tellRows: [(bytes: [UInt8], isWhole: Bool, told: String)] = [
    ([], true, "UTF-8 assumed"),
    (Array("a,b\n".utf8), true, "UTF-8 assumed"),
    (Array("å".utf8), true, "UTF-8 content"),
    (Array("å€".utf8.dropLast()), false, "UTF-8 content"),
    (Array("å€".utf8.dropLast()), true, "Latin-1 or Windows-1252 assumed"),
    ([0x61, 0xF0, 0x90], false, "UTF-8 content"),
    ([0x61, 0xF0, 0x80], false, "Latin-1 or Windows-1252 assumed"),
    ([0xEF, 0xBB, 0xBF, 0xE5], true, "UTF-8 byteOrderMark"),
    ([0xFF, 0xFE, 0x61, 0], true, "UTF-16 (little-endian) byteOrderMark"),
    ([0xFE, 0xFF, 0, 0x61], true, "UTF-16 (big-endian) byteOrderMark"),
    ([0x61, 0, 0x2C, 0, 0x62, 0], true, "UTF-16 (little-endian) content"),
    ([0, 0x61, 0, 0x2C, 0x21, 0x22], true, "UTF-16 (big-endian) content"),
    ([0, 0, 0x61, 0x61], true, "UTF-8 assumed"),
    ([0x61, 0xE5, 0x61], true, "Latin-1 or Windows-1252 assumed"),
    ([0x93, 0x61, 0x94], true, "Latin-1 or Windows-1252 assumed"),
  ]

  @Test(arguments: tellRows) func `an encoding is told by the beginning of a text`(
    bytes: [UInt8], isWhole: Bool, told: String
  ) {
    let verdict = TextEncoding.tell(bytes, isWhole: isWhole)
    #expect("\(verdict.encoding) \(verdict.basis)" == told)
  }

  private static let rows: [(encoding: TextEncoding, bytes: [UInt8], text: String)] = [
    (.utf8, Array("\u{FEFF}aå€😀\n".utf8), "aå€😀\n"),
    (
      .utf8, [0x61, 0xC3, 0x62, 0xE2, 0x82, 0xFF],
      "a\u{FFFD}b\u{FFFD}\u{FFFD} @1:2 C3 @1:4 E282 @1:5 FF"
    ),
    (.utf8, [0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD} @1:1 ED @1:2 A0 @1:3 80"),
    (.utf8, [0xF0, 0x9F, 0x98], "\u{FFFD} @1:1 F09F98"),
    (.utf16LittleEndian, [0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0, 0xDE], "a😀"),
    (.utf16BigEndian, [0xD8, 0x3D, 0xDE, 0, 0x20, 0xAC], "😀€"),
    (
      .utf16LittleEndian, [0x0A, 0, 0x3D, 0xD8, 0x61, 0, 0x62],
      "\n\u{FFFD}a\u{FFFD} @2:1 3DD8 @2:3 62"
    ),
    (.latin1, [0x61, 0xE5, 0x93], "aå\u{93}"),
    (.windows1252, [0x80, 0xE5, 0x93, 0x81], "€å“\u{FFFD} @1:4 81"),
    (.latin1OrWindows1252, [0xE5, 0x0A, 0x93], "å\n\u{FFFD} @2:1 93"),
  ]

  @Test(arguments: rows) func `a text is converted, and what is no character is told`(
    encoding: TextEncoding, bytes: [UInt8], text: String
  ) throws {
    for (chunk, room) in [(1, 1), (2, 3), (Int.max, 64)] {
      var converter = UTF8Converter(encoding, source: ByteSource.of(bytes, chunk: chunk))
      let output = try ByteSource.all(room: room) { try converter.read(into: &$0) }
      let listed = converter.invalid.map { sequence in
        let digits = sequence.bytes.map {
          ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)
        }
        return " @\(sequence.line):\(sequence.column) \(digits.joined())"
      }
      #expect(String(decoding: output, as: UTF8.self) + listed.joined() == text)
      #expect(converter.invalidCount == listed.count)
    }
  }

  @Test func `a byte in which Latin-1 and Windows-1252 differ is not guessed`() throws {
    var converter = UTF8Converter(.latin1OrWindows1252, source: ByteSource.of([0x61, 0x93]))
    _ = try ByteSource.all { try converter.read(into: &$0) }
    let problem = converter.invalid.first?.problem(in: .latin1OrWindows1252, file: "f")
    #expect(
      problem?.description
        == "f:1:2: the byte 93 at offset 1 is “\u{201C}” in Windows-1252 and a control "
        + "character in Latin-1 (say which of the two it is, or save it as UTF-8)")
    var other = UTF8Converter(.utf8, source: ByteSource.of(Array("abcd\n".utf8) + [0xE2, 0x82]))
    _ = try ByteSource.all { try other.read(into: &$0) }
    #expect(
      other.invalid.first?.problem(in: .utf8, file: "f").description
        == "f:2:1: the bytes E2 82 at offset 5 are no character in UTF-8 "
        + "(the file is in another encoding, or damaged: save it as UTF-8)")
  }

  @Test(arguments: UInt64(0)..<200) func `random bytes break no law`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pool: [UInt8] = [
      0, 0x0A, 0x61, 0x80, 0x93, 0xC3, 0xD8, 0xDC, 0xE2, 0xEF, 0xBB, 0xBF, 0xF0, 0xFE, 0xFF,
    ]
    let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      pool.randomElement(using: &random) ?? 0
    }
    let chunk = Int.random(in: 1...9, using: &random)
    #expect(EncodingLaws.broken(by: bytes, chunk: chunk) == [], "\(bytes) in pieces of \(chunk)")
  }
}
