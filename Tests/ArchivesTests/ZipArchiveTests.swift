import Archives
import TestSupport
import Testing

@Suite struct ZipArchiveTests {
  private typealias Change = @Sendable (inout ZipBuilder) -> Void

  private static let rows: [(name: String, change: Change, outcome: String)] = [
    ("as it is", { _ in }, "a.xml 3, x/b.xml 6"),
    (
      "with a comment", { $0.comment = Array("PK\u{5}\u{6} and more than twenty bytes".utf8) },
      "a.xml 3, x/b.xml 6"
    ),
    ("in the form of large ones", { $0.isWide = true }, "a.xml 3, x/b.xml 6"),
    ("with a folder", { $0.files.append(.init("x/", "")) }, "a.xml 3, x/b.xml 6, x/ 0"),
    ("without files", { $0.files = [] }, ""),
    (
      "something before it", { $0.prefix = [1, 2, 3] },
      "its directory is not where it says (something stands before or within the archive)"
    ),
    (
      "encrypted", { $0.files[1].flags = 1 },
      "x/b.xml: byte 132: it is encrypted (save it without a password)"
    ),
    (
      "another method", { $0.files[0].method = 14 },
      "a.xml: byte 81: it is compressed with method 14 (pack it again with deflate)"
    ),
    (
      "a name that leads out", { $0.files[0].name = "../a" },
      "../a: its name is no path within the archive"
    ),
    (
      "a name from the root", { $0.files[0].name = "/a" },
      "/a: its name is no path within the archive"
    ),
    (
      "a name with a drive", { $0.files[0].name = "c:/a" },
      "c:/a: its name is no path within the archive"
    ),
    (
      "a name with a backslash", { $0.files[0].name = "x\\a" },
      "x\\a: its name is no path within the archive"
    ),
    ("no name", { $0.files[0].name = "" }, ": its name is no path within the archive"),
    ("twice the same", { $0.files[1].name = "a.xml" }, "a.xml: it is in the archive twice"),
    (
      "two names", { $0.files[0].headerName = "b.xml" },
      "a.xml: byte 0: the directory and its own header differ"
    ),
    (
      "two sizes of stored data", { $0.files[0].statedBytes = 9 },
      "a.xml: it is stored, and has two sizes"
    ),
    (
      "no header", { $0.files[0].offset = 7 },
      "a.xml: byte 7: its data is not where the directory says"
    ),
    (
      "a bomb",
      {
        $0.files[0] = .init("a", .init(repeating: 0, count: 9))
        $0.files[0].method = 8
        $0.files[0].statedBytes = 1 << 30
      },
      "a: 9 bytes would become 1073741824, which is refused (unpack it yourself if you trust it)"
    ),
  ]

  @Test(arguments: rows.indices) func `an archive is opened, or refused with the reason`(
    index: Int
  ) {
    let row = Self.rows[index]
    var builder = ZipBuilder([.init("a.xml", "<a>"), .init("x/b.xml", "<b>åx")])
    row.change(&builder)
    let outcome = Self.outcome(builder.bytes)
    let expected = outcome.hasPrefix("f: ") ? "f: \(row.outcome)" : row.outcome
    #expect(
      outcome.replacing(/^f: byte \d+: its dir/, with: "f: its dir") == expected, "\(row.name)")
  }

  @Test func `files that share their data are refused`() {
    var nested = ZipBuilder([.init("inner", "text")])
    let inner = Array(nested.bytes.prefix(39))
    nested = ZipBuilder([.init("outer", inner), .init("inner", "text")])
    nested.files[1].offset = 35
    #expect(Self.outcome(nested.bytes) == "f: inner: byte 35: its data overlaps that of outer")
  }

  @Test func `a cut archive is refused, wherever it is cut`() {
    let bytes = ZipBuilder([.init("a", "text"), .init("b", "more")]).bytes
    for count in 0..<bytes.count {
      #expect(Self.outcome(Array(bytes.prefix(count))).hasPrefix("f: "), "\(count)")
    }
  }

  @Test func `damaged data is found when it is read`() throws {
    var builder = ZipBuilder([.init("a", "text")])
    builder.files[0].checkSum = 1
    let archive = try ZipArchive(bytes: builder.bytes, name: "f")
    let entry = try #require(archive["A"])
    let problem = #expect(throws: ArchiveProblem.self) { try archive.read(entry) }
    #expect(
      problem?.description == "f: a: byte 35: its check sum does not fit (get the file again)")
  }

  @Test(.temporaryDirectory) func `what Python packs is unpacked`() throws {
    guard let files = try PackedFiles.make() else {
      try Test.cancel("python3 is not installed")
    }
    let archive = try ZipArchive(bytes: try #require(files["all.zip"]), name: "f")
    #expect(archive.entries.count == 41)
    for entry in archive.entries where !entry.isFolder {
      let name = String(entry.name.split(separator: "/")[1])
      #expect(try archive.read(entry) == files[name])
      #expect(try ByteSource.all(room: 77, archive.reader(of: entry).read) == files[name])
    }
    #expect(Self.outcome(files["zeros.zip"] ?? []).contains("would become 67108864"))
    #expect(Self.outcome(files["bzip2.zip"] ?? []).contains("compressed with method 12"))
  }

  private static func outcome(_ bytes: [UInt8]) -> String {
    do throws(ArchiveProblem) {
      let archive = try ZipArchive(bytes: bytes, name: "f")
      return archive.entries.map { "\($0.name) \($0.bytes)" }.joined(separator: ", ")
    } catch {
      return "\(error)"
    }
  }
}
