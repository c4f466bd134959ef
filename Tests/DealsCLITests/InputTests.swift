import Foundation
import Intake
import TestSupport
import Testing

/// Files of all kinds and encodings, told by their content.
@Suite(.temporaryDirectory) struct InputTests {
  init() throws { try ShippedLedger.copy(.none) }

  private static let sheet = """
    deal_id,issuer,instrument,currency,amount,notes
    alder,Alder,bond,USD,1500000000,för Årsta
    birch,Birch,loan,EUR,2500000000,

    """

  /// How the same sheet comes.
  enum Form: String, CaseIterable, Sendable {
    case plain, marked, late, latin, windows, utf16le, utf16be, gzip, workbook
  }

  @Test(arguments: Form.allCases, [false, true]) func `one sheet in every form is one sheet`(
    form: Form, isPiped: Bool
  ) throws {
    let (bytes, options) = try Self.bytes(form)
    // The name says nothing.
    try bytes.write(to: TemporaryDirectory.file("input.bin"))
    let outcome = try DealsProcess.run(
      ["import", isPiped ? "-" : "input.bin"] + options, input: isPiped ? bytes : Data())
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let stored = try DealsProcess.run(
      "sql", "SELECT deal_key, amount, notes FROM deals ORDER BY 1", "--format", "csv"
    ).stdout
    let notes = form == .windows ? "“för” Årsta" : "för Årsta"
    #expect(
      stored == "deal_key,amount,notes\nalder,1500000000,\(notes)\nbirch,2500000000,\n")
  }

  private static func bytes(_ form: Form) throws -> (Data, [String]) {
    let text = sheet
    switch form {
    case .plain: return (Data(text.utf8), [])
    case .marked: return (Data([0xEF, 0xBB, 0xBF] + text.utf8), ["--encoding", "windows-1252"])
    case .late:
      // The first letter that is not ASCII stands far behind what is looked at first.
      let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
      let filler = String(repeating: "\n", count: 9000)
      let late = rows[0] + filler + rows[1...].joined(separator: "\n")
      return (try #require(late.data(using: .isoLatin1)), [])
    case .latin: return (try #require(text.data(using: .isoLatin1)), [])
    case .windows:
      let quoted = text.replacing("för", with: "“för”")
      return (
        try #require(quoted.data(using: .windowsCP1252)), ["--encoding", "windows-1252"]
      )
    case .utf16le: return (try #require(text.data(using: .utf16LittleEndian)), [])
    case .utf16be: return (try #require(text.data(using: .utf16BigEndian)), [])
    case .gzip: return (try gzip(Data(text.utf8)), [])
    case .workbook: return (TextWorkbook.bytes(of: text), [])
    }
  }

  private static func gzip(_ data: Data) throws -> Data {
    try data.write(to: TemporaryDirectory.file("packed"))
    let outcome = try ChildProcess.run(
      URL(filePath: "/usr/bin/env"), ["gzip", "-9", "-k", "-n", "packed"],
      environment: ["PATH": "/usr/bin:/bin"], input: Data(), in: TemporaryDirectory.url)
    #expect(outcome.status == 0)
    return try Data(contentsOf: TemporaryDirectory.file("packed.gz"))
  }

  @Test func `documents come compressed and in other encodings too`() throws {
    let document = #"""
      {"key": "doc", "name": "Dök", "kind": "bond", "issuer": "Doc", "currency": "USD", "amount": 7,
       "evidence": "filed", "binding": "definitive",
       "sources": [{"title": "T", "publisher": "P", "published_on": "2026-01-03"}]}
      """#
    try TemporaryDirectory.write("not read", to: "in/notes.txt")
    try Self.gzip(Data(document.utf8)).write(to: TemporaryDirectory.file("in/1.json.gz"))
    #expect(try DealsProcess.run("import", "in").status == 0)
    let wide = try #require(document.data(using: .utf16LittleEndian))
    let again = try DealsProcess.run(["import", "-"], input: wide)
    #expect(again.status == 0)
    #expect(again.stderr.contains("nothing to do"), "\(again.stderr)")
  }

  @Test(
    arguments: [
      ("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0, 0], "it is an old workbook (.xls), or one with a"),
      ("many.zip", ZipBuilder([.init("a.csv", "a,b\n")]).bytes, "it is a ZIP archive (unpack it"),
      ("noise", [0, 1, 2, 0, 0, 9], "it is no text, and nothing that is known"),
      ("cut.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], "the file ends too early"),
      ("page.xml", Array("<html></html>".utf8), "it is XML, of which nothing is imported"),
    ] as [(String, [UInt8], String)])
  func `what is nobody's table is refused with what to do`(
    name: String, bytes: [UInt8], reason: String
  ) throws {
    try Data(bytes).write(to: TemporaryDirectory.file(name))
    try TemporaryDirectory.write(Self.sheet, to: "good.csv")
    let outcome = try DealsProcess.run("import", "good.csv", name)
    #expect(outcome.status == 65)
    #expect(outcome.stderr.contains("\(name): "))
    #expect(outcome.stderr.contains(reason), "\(outcome.stderr)")
    // Nothing of the others either.
    let deals = try DealsProcess.run("sql", "SELECT count(*) n FROM deals", "--format", "csv")
    #expect(deals.stdout == "n\n0\n")
  }

  @Test func `what is told of encodings and worksheets`() throws {
    var session = Session()
    let windows = try #require(
      Self.sheet.replacing("för", with: "“för”").data(using: .windowsCP1252))
    try windows.write(to: TemporaryDirectory.file("w.csv"))
    try session.run("import", "w.csv")
    try session.run("import", "w.csv", "--encoding", "latin-2")
    try session.run("import", "w.csv", "--sheet", "Deals")
    try TextWorkbook.bytes(of: Self.sheet).write(to: TemporaryDirectory.file("w.xlsx"))
    try session.run("import", "w.xlsx", "--sheet", "Deals")
    try session.run("import", "w.xlsx", "--rules", "none.yaml")
    try session.run("rules", "example", "w.xlsx")
    try session.expectGolden("inputs-told")
  }

  /// Inputs that would take all memory of who holds them, each with its reason.
  @Test(arguments: [
    (
      "head -c 400000000 /dev/zero | tr '\\0' '[' | head -c 4000000 | gzip -9",
      "nested deeper than 128"
    ),
    (
      "(printf '{\"a\": \"'; head -c 300000000 /dev/zero | tr '\\0' a) | gzip -9",
      "which no table does"
    ),
    (
      "printf 'deal_id,issuer,instrument\\na,\"'; head -c 64000000 /dev/zero | tr '\\0' a",
      "this quote is never closed"
    ),
  ])
  func `a bomb is refused in little memory`(recipe: String, reason: String) throws {
    let program = DealsProcess.executable.path(percentEncoded: false)
    let outcome = try ChildProcess.run(
      URL(filePath: "/bin/sh"),
      ["-c", "(\(recipe)) | (ulimit -v 300000; exec \"\(program)\" import - --dry-run)"],
      environment: ["PATH": "/usr/bin:/bin"], input: Data(), in: TemporaryDirectory.url)
    #expect(outcome.status == 65, "\(outcome.stderr.prefix(400))")
    #expect(outcome.stderr.contains(reason), "\(outcome.stderr.prefix(400))")
  }
}
