import Foundation
import Intake
import TestSupport
import Testing

/// Deal sheets by the command, as a user gives them.
@Suite(.temporaryDirectory) struct SheetImportTests {
  init() throws { try ShippedLedger.copy(.none) }

  static let header =
    "deal_id,announced_on,issuer,instrument,tranche,currency,amount,lender,commitment_amount\n"
  static let good =
    header + """
      alder-2026,2026-01-02,Alder Compute,bond,2031 notes,USD,1500000000,,
      birch-2026,2026-02,Birch Grid,term loan,A,EUR,"400 000 000,50",Apollo,250000000
      birch-2026,2026-02,Birch Grid,term loan,A,EUR,"400 000 000,50",JPMorgan,150000000

      """
  static let bad =
    header + """
      alder-2026,2026-01-02,Alder Compute,bond,2031 notes,USD,1500000000,,
      birch-2026,2026-02-30,Birch Grid,term loan,A,EUR,ca 400,Apollo,
      birch-2026,2026-02,,term loan,A,EUR,400000000,JPMorgan,150000000
      cedar-2026,2026-02,Cedar,term loan,A,EUR,400000000,JPMorgan
      damson-2026,2026-02,Damson,bnd,A,EUR,400000000,,

      """

  private static let deals =
    "SELECT deal_key, issuer, currency, amount FROM deals ORDER BY deal_key"

  @Test func `a sheet is read, and the same sheet again changes nothing`() throws {
    try TemporaryDirectory.write(Self.good, to: "deals.csv")
    var session = Session()
    try session.run("import", "deals.csv", "--dry-run")
    try session.run("import", "deals.csv")
    let file = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: file)
    try session.run("import", "deals.csv")
    #expect(try Data(contentsOf: file) == before)
    try session.run(
      "import", "-",
      input: "Belopp;Valuta;Låntagare;Typ;Annonserad;ours\n1500,5;JPY;Cedar;lån;2026-03;x\n")
    try session.run("sql", Self.deals, "--format", "csv")
    try session.run("check")
    try session.expectGolden("sheet")
  }

  @Test func `another value of a deal that is there is a change, and told`() throws {
    _ = try DealsProcess.run("import", "-", input: Self.good)
    let outcome = try DealsProcess.run(
      "import", "-", input: Self.good.replacing("EUR", with: "JPY"))
    #expect(outcome.status == 0)
    #expect(outcome.stderr.contains("changed tranche birch-2026/a: "))
    let stored = try DealsProcess.run("sql", Self.deals, "--format", "csv").stdout
    #expect(stored.hasSuffix("\nbirch-2026,Birch Grid,JPY,400000000\n"))
    #expect(try DealsProcess.run("check").stdout == "")
  }

  @Test func `a sheet is refused with every problem at its place`() throws {
    try TemporaryDirectory.write(Self.bad, to: "deals.csv")
    let file = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: file)
    var session = Session()
    let outcome = try session.run("import", "deals.csv")
    try session.run("import", "deals.csv", "--dry-run")
    try session.expectGolden("sheet-refused")
    #expect(outcome.status == 65)
    #expect(outcome.stderr.matches(of: /deals\.csv:\d+:\d+:\s/).count == 5)
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `a dry run writes nothing, neither ledger nor rejects`() throws {
    try TemporaryDirectory.write(Self.bad, to: "deals.csv")
    let file = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: file)
    var session = Session()
    try session.run("import", "deals.csv", "--dry-run", "--keep-going")
    #expect(try Data(contentsOf: file) == before)
    #expect(try Self.files() == ["deals.csv", "deals.sqlite"])
  }

  @Test func `of more than a thousand problems a thousand are printed`() throws {
    let lines = (0..<1203).map { "d\($0),2026-01-02,Alder,bond,A,USD,much,,\n" }
    let outcome = try DealsProcess.run(
      "import", "-", input: Self.header + lines.joined())
    #expect(outcome.status == 65)
    let told = outcome.stderr.split(separator: "\n")
    #expect(told.count == 1002)
    #expect(told.suffix(2) == ["… and 203 more", "1203 problems; nothing of - was imported"])
  }

  @Test func `standard input, tabs, semicolons, marks and line ends of all kinds are read`() throws
  {
    let table = Self.good.replacing(",", with: ";").replacing("\"400 000 000;50\"", with: "4e8")
      .replacing("4e8", with: "400 000 000,50")
    for text in [
      "\u{FEFF}" + Self.good, table, table.replacing(";", with: "\t"),
      table.replacing("\n", with: "\r\n"), table.replacing("\n", with: "\r"),
      table.replacing("400 000", with: "400\u{A0}000"),
    ] {
      try FileManager.default.removeItem(at: TemporaryDirectory.file("deals.sqlite"))
      try ShippedLedger.copy(.none)
      let outcome = try DealsProcess.run("import", "-", "--quiet", input: text)
      #expect(outcome.status == 0)
      #expect(outcome.stdout + outcome.stderr == "")
      let stored = try DealsProcess.run("sql", Self.deals, "--format", "csv").stdout
      #expect(
        stored == """
          deal_key,issuer,currency,amount
          alder-2026,Alder Compute,USD,1500000000
          birch-2026,Birch Grid,EUR,400000000.5

          """, "\(text)")
    }
  }

  private static let document = #"""
    {"key": "doc-2026", "name": "Doc", "kind": "bond", "issuer": "Doc Compute", "currency": "USD",
     "amount": 7, "evidence": "filed", "binding": "definitive",
     "sources": [{"title": "T", "publisher": "P", "published_on": "2026-01-03"}]}
    """#

  @Test func `a folder may hold documents and sheets`() throws {
    try TemporaryDirectory.write(Self.document, to: "in/1.json")
    try TemporaryDirectory.write(Self.good, to: "in/2.csv")
    try TemporaryDirectory.write(
      Self.good.replacing("-2026", with: "-2027").replacing(",", with: "\t")
        .replacing("\"400 000 000\t50\"", with: "400 000 000"), to: "in/3.tsv")
    try TemporaryDirectory.write("not read", to: "in/notes.txt")
    var session = Session()
    try session.run("import", "in")
    try session.run("sql", Self.deals, "--format", "csv")
    try session.expectGolden("sheet-folder")
  }

  @Test func `of a folder each sheet is an import of its own`() throws {
    try TemporaryDirectory.write(Self.good, to: "in/2.csv")
    try TemporaryDirectory.write(Self.bad, to: "in/3.csv")
    let outcome = try DealsProcess.run("import", "in")
    #expect(outcome.status == 65)
    #expect(outcome.stderr.contains("nothing of in/3.csv was imported"))
    let again = try DealsProcess.run("import", "in/2.csv")
    #expect(again.stderr.contains("nothing to do"))
  }

  @Test func `a near miss stops the sheet until it is said to be another party`() throws {
    let sheet = "issuer,instrument\nMicrasoft,bond\n"
    var session = Session()
    try session.run("import", "-", input: sheet)
    try session.run("import", "-", "--create-parties", input: sheet)
    try session.expectGolden("sheet-near-miss")
  }

  static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: TemporaryDirectory.url.path(percentEncoded: false)
    ).sorted()
  }
}
