import Foundation
import Intake
import TestSupport
import Testing

/// Lines that are refused while the others are written.
@Suite(.temporaryDirectory) struct SheetRejectsTests {
  init() throws { try ShippedLedger.copy(.none) }

  private static let sheet = """
    deal_id;issuer;instrument;tranche;currency;amount;lender;notes
    alder;Alder;bond;A;USD;100;;"a ""quoted"" word"
    birch;Birch;term loan;A;EUR;ca 50;Apollo;"two
    lines"
    birch;Birch;term loan;B;EUR;50;Apollo;"two
    lines"
    cedar;Cedar;bnd;A;USD;5;;
    cedar;Cedar;bond;B;USD;6;;

    """
  private static let mended = sheet.replacing("ca 50", with: "50").replacing("bnd", with: "bond")
  private static let stored = """
    SELECT t.tranche_key, t.instrument, t.amount, d.deal, c.party FROM tranches t
    JOIN deals d ON d.deal_key = t.deal_key
    LEFT JOIN commitments c ON c.tranche_key = t.tranche_key ORDER BY t.tranche_key, c.party
    """

  @Test func `what is right is written, the rest goes to the rejects`() throws {
    try TemporaryDirectory.write(Self.sheet, to: "deals.csv")
    var session = Session()
    let outcome = try session.run("import", "deals.csv", "--keep-going")
    #expect(outcome.status == 1)
    try session.run("sql", Self.stored, "--format", "csv")
    try session.run("check")
    try session.expectGolden("sheet-rejects")
    let rejects = try Self.text("deals.csv.rejects.csv")
    let lines = rejects.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.first == "\"problem\";deal_id;issuer;instrument;tranche;currency;amount;lender;notes")
    #expect(rejects.hasSuffix(";cedar;Cedar;bnd;A;USD;5;;\n"))
    #expect(rejects.contains("\";birch;Birch;term loan;A;EUR;ca 50;Apollo;\"two\nlines\"\n"))
    #expect(rejects.contains("\"deals.csv:3:29: “ca 50” is not a number (write plain digits, "))
  }

  @Test func `mended and imported, the rejects give the whole sheet`() throws {
    try TemporaryDirectory.write(Self.sheet, to: "deals.csv")
    _ = try DealsProcess.run("import", "deals.csv", "--keep-going", "--rejects", "later.csv")
    let rejects = try Self.text("later.csv")
    try TemporaryDirectory.write(
      rejects.replacing(";ca 50;", with: ";50;").replacing(";bnd;", with: ";bond;"), to: "later.csv"
    )
    let second = try DealsProcess.run("import", "later.csv")
    #expect(second.status == 0, "\(second.stderr)")
    let parts = try DealsProcess.run("sql", Self.stored, "--format", "csv").stdout
    let file = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: file)
    let again = try DealsProcess.run("import", "later.csv")
    #expect(again.status == 0)
    #expect(try Data(contentsOf: file) == before)

    try FileManager.default.removeItem(at: file)
    try ShippedLedger.copy(.none)
    _ = try DealsProcess.run("import", "-", input: Self.mended)
    #expect(try DealsProcess.run("sql", Self.stored, "--format", "csv").stdout == parts)
  }

  @Test func `rejects that someone has begun to mend are kept`() throws {
    try TemporaryDirectory.write(Self.sheet, to: "deals.csv")
    func importing() throws -> String {
      try DealsProcess.run("import", "deals.csv", "--keep-going", "--rejects", "later.csv").stderr
    }
    _ = try importing()
    let mended = try Self.text("later.csv").replacing(";ca 50;", with: ";50;")
    try TemporaryDirectory.write(mended, to: "later.csv")
    #expect(try importing().contains("later.csv.1: what was in later.csv\n"))
    #expect(try Self.text("later.csv.1") == mended)
    // The same once more has nothing to set aside.
    #expect(try !importing().contains("later.csv.2"))
  }

  @Test func `rejects that are refused again keep one column of problems`() throws {
    try TemporaryDirectory.write(Self.sheet, to: "deals.csv")
    _ = try DealsProcess.run("import", "deals.csv", "--keep-going", "--rejects", "one.csv")
    let second = try DealsProcess.run("import", "one.csv", "--keep-going", "--rejects", "two.csv")
    #expect(second.status == 1)
    let header = try Self.text("two.csv").prefix { $0 != "\n" }
    #expect(header.components(separatedBy: "problem").count == 2)
    let third = try DealsProcess.run("import", "two.csv", "--keep-going", "--rejects", "three.csv")
    #expect(third.status == 1)
    #expect(third.stderr.contains("2 lines refused; see three.csv"))
  }

  @Test func `the rejects of two sheets do not overwrite each other`() throws {
    for name in ["1.csv", "2.csv"] {
      try TemporaryDirectory.write(
        "deal_id,issuer,instrument\n\(name),Alder,bnd\n", to: "in/\(name)")
    }
    let outcome = try DealsProcess.run("import", "in", "--keep-going", "--rejects", "later.csv")
    if outcome.status == 1 {
      let rejects = try Self.text("later.csv")
      #expect(rejects.contains(",Alder,bnd\n") && rejects.contains("1.csv,Alder"))
      #expect(rejects.contains("2.csv,Alder"))
    } else {
      #expect(outcome.status == 64)
    }
  }

  @Test func `without a refused line there are no rejects`() throws {
    try TemporaryDirectory.write(Self.mended, to: "deals.csv")
    let outcome = try DealsProcess.run("import", "deals.csv", "--keep-going")
    #expect(outcome.status == 0)
    #expect(try SheetImportTests.files() == ["deals.csv", "deals.sqlite"])
  }

  @Test func `a line that is written is not refused, and one that is refused is not written`()
    throws
  {
    let sheet =
      "deal_id,issuer,instrument,announced,source_title,source_date\n"
      + "alder,Alder,bond,2026-01-02,News,yesterday\nbirch,Birch,bond,2026-01-02,News,2026-01-02\n"
    let outcome = try DealsProcess.run(
      "import", "-", "--keep-going", "--rejects", "later.csv", input: sheet)
    #expect(outcome.status == 1)
    let deals = try DealsProcess.run("sql", "SELECT deal_key FROM deals", "--format", "csv").stdout
    #expect(deals == "deal_key\nbirch\n")
  }

  @Test func `rejects without keep-going are a misuse, and touch nothing`() throws {
    try TemporaryDirectory.write(Self.sheet, to: "deals.csv")
    let file = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: file)
    var session = Session()
    let outcome = try session.run("import", "deals.csv", "--rejects", "later.csv")
    #expect(outcome.status == 64)
    #expect(try Data(contentsOf: file) == before)
    try session.run("import", "-", "--keep-going", "--rejects", "none/later.csv", input: Self.sheet)
    #expect(try Data(contentsOf: file) == before)
    #expect(try SheetImportTests.files() == ["deals.csv", "deals.sqlite"])
    try session.expectGolden("sheet-rejects-misuse")
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: TemporaryDirectory.file(name), encoding: .utf8)
  }
}
