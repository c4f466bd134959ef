import Archives
import TestSupport
import Testing

@Suite struct GzipReaderTests {
  private static let one = GzipText.member("one\n")
  private static let damagedSum = one.dropLast(8) + [0] + one.suffix(7)
  private static let rows: [(name: String, bytes: [UInt8], outcome: String)] = [
    ("one member", one, "one\n"),
    ("with a name", GzipText.member("one\n", name: "a.csv"), "one\n"),
    ("of nothing", GzipText.member(""), ""),
    ("two members", one + GzipText.member("two\n"), "one\ntwo\n"),
    ("one of nothing between", one + GzipText.member("") + one, "one\none\n"),
    ("padded with zeros", one + [0, 0, 0], "one\n"),
    ("zeros between", one + [0] + GzipText.member("two\n"), "one\ntwo\n"),
    ("nothing", [], "f: byte 0: the file is empty (expected gzip)"),
    ("one byte", [0x1F], "f: byte 0: this is not gzip (it does not begin with 1F 8B)"),
    ("text", Array("a,b\n".utf8), "f: byte 0: this is not gzip (it does not begin with 1F 8B)"),
    ("something behind", one + [7, 7], "f: byte 27: something that is not gzip follows the data"),
    ("cut in the header", Array(one.prefix(5)), cut(5)),
    ("cut in the data", Array(one.prefix(16)), cut(16)),
    ("cut in the sum", Array(one.dropLast()), cut(26)),
    ("a second one is cut", one + one.prefix(12), cut(39)),
    (
      "a wrong sum", Array(damagedSum),
      "f: byte 23: the data is damaged: incorrect data check (get the file again)"
    ),
    (
      "another method", [0x1F, 0x8B, 9] + one.dropFirst(3),
      "f: byte 4: the data is damaged: unknown compression method (get the file again)"
    ),
  ]

  private static func cut(_ byte: Int) -> String {
    "f: byte \(byte): the file ends too early (it is incomplete: get it again)"
  }

  @Test(arguments: rows) func `a file is unpacked, or refused with the reason`(
    name: String, bytes: [UInt8], outcome: String
  ) {
    for (chunk, room) in [(1, 1), (3, 2), (Int.max, 65_536)] {
      #expect(
        Self.outcome(bytes, chunk: chunk, room: room) == outcome, "\(name), \(chunk), \(room)")
    }
  }

  @Test(.temporaryDirectory) func `what becomes too large is refused as soon as it does`() throws {
    guard let zeros = try PackedFiles.make()?["zeros.gz"] else {
      try Test.cancel("python3 is not installed")
    }
    #expect(zeros.count < 20_000)
    var limits = InflationLimits()
    #expect(Self.outcome(zeros, limits).utf8.count == 16 << 20)
    limits.smallBytes = 1 << 20
    #expect(
      Self.outcome(zeros, limits).hasSuffix(
        "which no table does (unpack it yourself if you trust it)"))
    limits = InflationLimits()
    limits.bytes = 1000
    #expect(
      Self.outcome(zeros, limits).hasSuffix(
        "it becomes more than 1000 bytes (unpack it yourself if you trust it)"))
  }

  @Test(.temporaryDirectory) func `what Python packs is unpacked`() throws {
    guard let files = try PackedFiles.make() else {
      try Test.cancel("python3 is not installed")
    }
    for number in 0..<20 {
      let text = try #require(files["text\(number)"])
      let packed = try #require(files["text\(number).gz"])
      #expect(Self.outcome(packed, chunk: 700, room: 999) == String(decoding: text, as: UTF8.self))
    }
  }

  static func outcome(
    _ bytes: [UInt8], _ limits: InflationLimits = InflationLimits(), chunk: Int = .max,
    room: Int = 65_536
  ) -> String {
    let reader = GzipReader(name: "f", limits: limits, source: ByteSource.of(bytes, chunk: chunk))
    do {
      return String(decoding: try ByteSource.all(room: room, reader.read), as: UTF8.self)
    } catch {
      return "\(error)"
    }
  }
}
