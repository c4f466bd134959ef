import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// A line is known again by what it says and how often it was said.
@Suite(.temporaryDirectory) struct SheetIdentityTests {
  private static let header =
    "deal_id,issuer,instrument,tranche,currency,amount,lender,commitment\n"
  private static let lines = [
    "d,Alder,bond,A,USD,100,Citibank,60", "d,Alder,bond,A,USD,100,JPMorgan,40",
    "d,Alder,term loan,B,USD,50,Citibank,", "e,Birch,bond,,EUR,7,,", "e,Birch,loan,,EUR,9,,",
  ]
  private static let amounts =
    "SELECT key, amount_minor FROM tranche ORDER BY key"
  private static let parts = """
    SELECT t.key, p.name, q.role, q.amount_minor FROM participation q
    JOIN tranche t ON t.id = q.tranche_id JOIN party p ON p.id = q.party_id
    ORDER BY t.key, p.name, q.amount_minor
    """

  private static func sheet(_ lines: [String]) -> String {
    header + lines.map { $0 + "\n" }.joined()
  }

  @Test func `the same sheet twice changes nothing`() throws {
    var connection = try SheetBench.ledger(with: Self.sheet(Self.lines))
    let before = try contents(of: connection)
    let again = try SheetBench.load(Self.sheet(Self.lines), &connection, name: "copy.csv")
    #expect(again.counts.changesNothing)
    #expect(again.unchangedLines == 5)
    #expect(try contents(of: connection) == before)
  }

  /// Which lines the second sheet has, before, between and behind those of the first.
  @Test(arguments: [
    [0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [3, 0, 4, 1, 2], [1, 3],
  ])
  func `a longer sheet adds only what is new`(order: [Int]) throws {
    let new = [
      "f,Cedar,bond,A,USD,1,Citibank,1", "g,Cedar,bond,A,USD,2,,", "h,Alder,loan,,USD,3,,",
    ]
    var connection = try SheetBench.ledger(with: Self.sheet(Self.lines))
    let old = order.map { Self.lines[$0] }
    let longer = Self.sheet([new[0]] + old.prefix(2) + [new[1]] + old.dropFirst(2) + [new[2]])
    let summary = try SheetBench.load(longer, &connection)
    #expect(summary.unchangedLines == order.count)
    #expect(summary.counts.changed == 0)
    let whole = try SheetBench.ledger(with: Self.sheet(Self.lines + new))
    #expect(try rows(Self.amounts, in: connection) == rows(Self.amounts, in: whole))
    #expect(try rows(Self.parts, in: connection) == rows(Self.parts, in: whole))
  }

  /// A new tranche or lender of a deal that an earlier sheet brought.
  @Test(arguments: [
    ("d,Alder,bond,A,USD,100,Nordea,5", "d/a | Nordea | lender | 500"),
    ("d,Alder,loan,C,USD,3,Nordea,2", "d/c | Nordea | lender | 200"),
  ])
  func `a late line of a deal that is there is never passed over`(line: String, part: String) throws
  {
    var connection = try SheetBench.ledger(with: Self.sheet(Self.lines))
    let before = try rows(Self.parts, in: connection)
    let summary = try SheetBench.load(Self.sheet(Self.lines + [line]), &connection)
    #expect(summary.counts.added > 0)
    #expect(Set(try rows(Self.parts, in: connection)).subtracting(before) == [part])
    let after = try contents(of: connection)
    #expect(
      try SheetBench.load(Self.sheet(Self.lines + [line]), &connection).counts.changesNothing)
    #expect(try contents(of: connection) == after)
  }

  /// How often a line stands in the first sheet and in the second; how often it is stored.
  @Test(arguments: [(1, 1, 1), (2, 2, 2), (1, 3, 3), (3, 1, 3), (2, 0, 2), (0, 2, 2)])
  func `the n-th equal line is the n-th that is stored`(first: Int, second: Int, stored: Int) throws
  {
    func sheet(_ count: Int) -> String {
      Self.sheet([Self.lines[0]] + Array(repeating: Self.lines[1], count: count))
    }
    var connection = try SheetBench.ledger(with: sheet(first))
    try SheetBench.load(sheet(second), &connection)
    #expect(
      try rows(Self.parts, in: connection).filter { $0.contains("JPMorgan") }.count == stored)
    #expect(
      try rows(
        """
        SELECT line_occurrence FROM participation q JOIN party p ON p.id = q.party_id
        WHERE p.name = 'JPMorgan' ORDER BY 1
        """, in: connection) == (0..<stored).map { "\($0 + 1)" })
  }

  @Test func `equal lines without a lender are one tranche`() throws {
    let sheet = Self.sheet([Self.lines[3], Self.lines[3]])
    var connection = try SheetBench.ledger(with: sheet)
    let before = try contents(of: connection)
    #expect(try rows(Self.amounts, in: connection) == ["e/bond | 700"])
    #expect(try SheetBench.load(sheet, &connection).counts.changesNothing)
    #expect(try contents(of: connection) == before)
  }

  /// The same lines with their columns in another order, other delimiters, and other line ends.
  @Test(arguments: [
    [
      "lender,commitment,deal_id,issuer,instrument,tranche,currency,amount",
      "JPMorgan,40,d,Alder,bond,A,USD,100", "",
    ],
    [
      "deal_id;issuer;instrument;tranche;currency;amount;lender;commitment",
      "d;Alder;bond;A;USD;100;JPMorgan;40", "",
    ],
    [
      "deal_id,issuer,instrument,tranche,currency,amount,lender,commitment\r",
      "d,Alder,bond,A,USD,100,JPMorgan,40\r", "",
    ],
    [
      "deal_id,issuer,instrument,tranche,currency,amount,lender,commitment,ours",
      "d,Alder,bond,A,USD,100,JPMorgan,40,x", "",
    ],
    [
      "deal_id,issuer,instrument,tranche,currency,amount,lender,commitment",
      "d,Alder,\"bond\",A,USD,100.00,JPMorgan,40",
    ],
  ])
  func `what another way of writing says again changes nothing`(lines: [String]) throws {
    var connection = try SheetBench.ledger(with: Self.sheet(Self.lines))
    let before = try contents(of: connection)
    let summary = try SheetBench.load(lines.joined(separator: "\n"), &connection)
    #expect(summary.counts.changesNothing)
    #expect(try contents(of: connection) == before)
  }

  /// A line of a deal that is there; which column of its tranche changed, and how it is now.
  @Test(arguments: [
    ("e,Birch,bond,,EUR,8,,", "amount_minor", "e/bond | 800 | EUR | bond"),
    ("e,Birch,bond,,USD,7,,", "currency", "e/bond | 700 | USD | bond"),
  ])
  func `a line of a deal that is there with another value is a change`(
    line: String, column: String, stored: String
  ) throws {
    var connection = try SheetBench.ledger(with: Self.sheet(Self.lines))
    let summary = try SheetBench.load(Self.sheet([line]), &connection)
    let change = summary.changes.first { $0.kind == "tranche" && $0.key == "e/bond" }
    #expect(change?.columns.contains(column) == true)
    let now = try rows(
      "SELECT key, amount_minor, currency, instrument FROM tranche WHERE key = 'e/bond'",
      in: connection)
    #expect(now == [stored])
    #expect(try Figures.stale(in: connection).map(\.table) == [])
    let after = try contents(of: connection)
    #expect(try SheetBench.load(Self.sheet([line]), &connection).counts.changesNothing)
    #expect(try contents(of: connection) == after)
  }

  @Test func `a sheet adds to a deal that came from a document`() throws {
    var connection = try Workbench.ledger(
      with: Workbench.deal(
        "doc", "\"currency\": \"USD\"",
        "\"tranches\": [{\"key\": \"doc/a\", \"name\": \"A\", \"amount\": 100}]"))
    let sources = try rows("SELECT key FROM source ORDER BY id", in: connection)
    let same = "deal_id,issuer,instrument,tranche,currency,amount\ndoc,Meta,bond,A,USD,100\n"
    let again = try SheetBench.load(same, &connection)
    #expect(again.counts.changed == 0)
    #expect(try rows("SELECT key FROM source ORDER BY id", in: connection) == sources)
    let more =
      "deal_id,issuer,instrument,tranche,currency,amount,lender,commitment\n"
      + "doc,Meta,bond,A,USD,100,Citibank,30\ndoc,Meta,loan,B,USD,5,Citibank,5\n"
    let summary = try SheetBench.load(more, &connection)
    #expect(summary.counts.changed == 0)
    #expect(try rows(Self.amounts, in: connection) == ["doc/a | 10000", "doc/b | 500"])
    #expect(
      try rows(Self.parts, in: connection)
        == ["doc/a | Citibank | lender | 3000", "doc/b | Citibank | lender | 500"])
  }

  @Test func `new deals, new tranches of old ones and changes go together in one sheet`() throws {
    var connection = try SheetBench.ledger(with: Self.sheet(Self.lines))
    let second = Self.sheet([
      "f,Cedar,bond,A,USD,1,Nordea,1", "d,Alder,loan,C,USD,3,Danske,2", "g,Cedar,bond,A,USD,2,DNB,",
      "e,Damson,bond,,EUR,7,Swedbank,", "d,Alder,bond,A,USD,100,Aktia,5", "h,Elm,loan,,USD,3,,",
    ])
    let summary = try SheetBench.load(second, &connection)
    #expect(summary.counts.added > 0)
    #expect(
      try rows("SELECT key FROM tranche ORDER BY key", in: connection)
        == ["d/a", "d/b", "d/c", "e/bond", "e/loan", "f/a", "g/a", "h/loan"])
    #expect(try Figures.stale(in: connection).map(\.table) == [])
    #expect(try connection.integrityCheck() == [])
    #expect(try connection.foreignKeyViolations().map(\.table) == [])
    #expect(try SheetBench.load(second, &connection).counts.changesNothing)
  }

  /// How an issuer is written in the sheet; the party it is.
  @Test(arguments: [
    ("Meta", "meta"), ("META PLATFORMS", "meta"), ("Meta Platforms, Inc.", "meta"),
    ("CoreWeave, LLC", "coreweave"), ("Ålder AB", "alder-ab"),
  ])
  func `a party is known by any of its names`(name: String, key: String) throws {
    let connection = try SheetBench.ledger(
      with: "deal_id;issuer;instrument\nd;\(name);bond\n")
    #expect(
      try rows("SELECT p.key FROM deal d JOIN party p ON p.id = d.issuer_id", in: connection)
        == [key])
  }

  @Test func `lenders nobody names are another party on each tranche`() throws {
    let connection = try SheetBench.ledger(
      with: Self.sheet([
        "d,Alder,bond,A,USD,5,undisclosed lender,", "d,Alder,loan,B,USD,5,undisclosed lender,",
        "e,Alder,loan,B,USD,5,Undisclosed lender,",
      ]))
    #expect(
      try rows("SELECT COUNT(DISTINCT party_id) FROM participation", in: connection) == ["3"])
  }

  /// What stands in a cell where there is no lender.
  @Test(arguments: ["", "-", "–", "n/a", "N/A", "saknas", "None"])
  func `a cell that says nothing names no lender`(cell: String) throws {
    let connection = try SheetBench.ledger(with: Self.sheet(["d,Alder,bond,A,USD,5,\(cell),"]))
    #expect(try rows("SELECT COUNT(*) FROM participation", in: connection) == ["0"])
  }

  @Test func `who guarantees, sponsors and rents is kept`() throws {
    let connection = try SheetBench.ledger(
      with: "deal_id;issuer;sponsor;tenant;instrument;balance_sheet\nd;Alder;Meta;OpenAI;bond;off\n"
    )
    #expect(
      try rows(
        """
        SELECT q.role, p.name FROM participation q JOIN deal d ON d.id = q.deal_id
        JOIN party p ON p.id = q.party_id ORDER BY q.role
        """, in: connection) == ["sponsor | Meta Platforms, Inc.", "tenant | OpenAI"])
    #expect(
      try rows(
        """
        SELECT p.key, a.treatment FROM accounting_treatment a JOIN party p ON p.id = a.party_id
        """, in: connection) == ["meta | not_consolidated"])
  }

  /// A header, a line, and the line that says another amount and no days; the events afterwards.
  @Test func `a line of a known deal without its days leaves its standing`() throws {
    let header = "deal_id,issuer,instrument,currency,amount,signed_on,closed_on,status,funding\n"
    var connection = try SheetBench.ledger(
      with: header + "d,Alder,term loan,USD,100,2025-01-05,2025-02-05,closed,drawn\n")
    _ = try SheetBench.load(header + "d,Alder,term loan,USD,110,,,signed,\n", &connection)
    #expect(
      try rows("SELECT kind, occurred_on, binding, funding FROM event", in: connection) == [
        "signed | 2025-01-05 | definitive | NULL", "closed | 2025-02-05 | NULL | drawn",
      ])
    #expect(
      try rows("SELECT low_minor, stage_rank FROM tranche_figure", in: connection)
        == ["11000 | 4"])
  }
}
