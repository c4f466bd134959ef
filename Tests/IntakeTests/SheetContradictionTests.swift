import Intake
import SQLite
import Tabular
import TestSupport
import Testing

/// Lines that say different things of one deal or tranche, and all that is wrong told at once.
@Suite(.temporaryDirectory) struct SheetContradictionTests {
  private static let header = "deal_id;issuer;country;instrument;tranche;currency;amount;lender\n"
  private static let another = "or write the same on all its lines)"

  /// Lines below the header; what is said of them.
  @Test(arguments: [
    (["d;Alder;SE;bond;A;USD;5;One", "d;Alder;SE;bond;A;USD;5;Two"], []),
    (["d;Alder;SE;bond;A;USD;5;One", "d;Alder;SE;loan;B;EUR;6;Two"], []),
    (["d;Alder;SE;bond;A;USD;5;One", "e;Birch;US;bond;A;USD;6;Two"], []),
    (
      ["d;Alder;SE;bond;A;USD;5;One", "d;Birch;SE;bond;A;USD;5;Two"],
      [
        "3:3: differs from line 2, which is about the same deal (give another deal another name, "
      ]
    ),
    (
      ["d;Alder;SE;bond;A;USD;5;One", "d;Alder;;bond;B;USD;5;Two"],
      [
        "3:9: differs from line 2, which is about the same deal (give another deal another name, "
      ]
    ),
    (
      ["d;Alder;SE;bond;A;USD;5;One", "d;Alder;SE;bond;A;USD;6;Two"],
      [
        "3:23: differs from line 2, which is about the same tranche (give another tranche another "
          + "name, "
      ]
    ),
    (
      ["d;Alder;SE;bond;A;USD;5;One", "d;Alder;SE;loan;A;EUR;5;Two"],
      [
        "3:12: differs from line 2, which is about the same tranche (give another tranche another "
          + "name, ",
        "3:19: differs from line 2, which is about the same tranche (give another tranche another "
          + "name, ",
      ]
    ),
    (
      ["d;Alder;SE;bond;A+;USD;5;One", "d;Alder;SE;bond;A-;USD;5;Two"],
      [
        "3:17: differs from line 2, which is about the same tranche (give another tranche another "
          + "name, "
      ]
    ),
  ])
  func `two lines of one deal or tranche agree, or each cell that differs is told`(
    lines: [String], problems: [String]
  ) throws {
    let found = try SheetBench.problems(Self.header + lines.joined(separator: "\n"))
    #expect(found == problems.map { "s.csv:\($0)\(Self.another)" })
  }

  @Test func `lines far from each other must agree too`() throws {
    let found = try SheetBench.problems(
      Self.header
        + """
        d;Alder;SE;bond;A;USD;5;One
        e;Birch;SE;bond;A;USD;5;One
        d;Alder;SE;bond;A;USD;7;Two
        e;Cedar;SE;bond;A;USD;5;Two
        """)
    #expect(found.count == 2)
    #expect(
      found.first?.hasPrefix("s.csv:4:17: says otherwise of the same tranche than line 2") == true)
    #expect(found.last?.hasPrefix("s.csv:5:1: says otherwise of the same deal than line 3") == true)
  }

  @Test func `lines without a key are of one deal when issuer and day are the same`() throws {
    let connection = try SheetBench.ledger(
      with: """
        issuer;announced;instrument;tranche
        Alder;2025-11-03;bond;A
        Alder;2025-11-03;loan;
        Alder;2025-11;bond;A
        Alder;;bond;A
        """)
    #expect(
      try rows("SELECT key FROM tranche ORDER BY id", in: connection) == [
        "alder-2025-11-03/a", "alder-2025-11-03/loan", "alder-2025-11-01/a", "alder/a",
      ])
  }

  @Test func `everything that is wrong is told at once, in the order of the sheet`() throws {
    let found = try SheetBench.problems(
      Self.header
        + """
        d;;SE;bnd;A;USD;five;One
        e;Alder;Sweden;bond;A;USD;5;???
        f;Alder;SE;bond;A;USD;5;One
        f;Birch;SE;bond;A;USD;5;Two
        g;Alder;SE;bond;A;USD;5
        """)
    #expect(
      found.map { $0.split(separator: ":").dropFirst().prefix(2).joined(separator: ":") }
        == ["2:3", "2:7", "2:17", "3:9", "3:29", "5:3", "6:1"], "\(found)")
  }

  @Test func `of more than a thousand problems a thousand are kept and all are counted`() throws {
    let lines = (0..<1500).map { "d\($0);Alder;SE;bond;A;USD;x;One" }
    var connection = try Workbench.make()
    let before = try contents(of: connection)
    let refused = #expect(throws: SheetRefused.self) {
      try SheetBench.load(Self.header + lines.joined(separator: "\n"), &connection)
    }
    #expect(refused?.problems.count == 1000)
    #expect(refused?.count == 1500)
    #expect(
      refused?.description.hasSuffix(
        "… and 500 more\n1500 problems; nothing of s.csv was imported") == true)
    #expect(try contents(of: connection) == before)
  }

  /// Two lines whose identifiers are the same; the place of what is said.
  @Test(arguments: [
    (["d;Alder;bond;A;US0378331005", "d;Alder;bond;B;US0378331005"], "s.csv:3:16: "),
    (["d;Alder;bond;A;US0378331005", "e;Birch;bond;A;us0378331005"], "s.csv:3:16: "),
  ])
  func `an identifier of two tranches is told with its place`(lines: [String], place: String) throws
  {
    let found = try SheetBench.problems(
      "deal_id;issuer;instrument;tranche;isin\n" + lines.joined(separator: "\n"))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(place) == true)
  }

  @Test func `an identifier that the ledger has of another tranche is told with its place`() throws
  {
    var connection = try SheetBench.ledger(
      with: "deal_id;issuer;instrument;isin\nd;Alder;bond;US0378331005\n")
    let refused = #expect(throws: SheetRefused.self) {
      try SheetBench.load(
        "deal_id;issuer;instrument;isin\ne;Birch;bond;US0378331005\n", &connection)
    }
    #expect(refused?.problems.first?.description.hasPrefix("s.csv:2:14: ") == true)
  }

  @Test func `a refused sheet leaves the rules of the schema checked`() throws {
    var connection = try Workbench.make()
    #expect(throws: SheetRefused.self) {
      try SheetBench.load(Self.header + "d;;SE;bond;A;USD;5;One\n", &connection)
    }
    #expect(try rows("PRAGMA ignore_check_constraints", in: connection) == ["0"])
    #expect(try rows("PRAGMA foreign_keys", in: connection) == ["1"])
  }
}
