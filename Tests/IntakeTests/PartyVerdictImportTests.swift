import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// Verdicts in documents, and what an import makes of parties on which there are some.
@Suite(.temporaryDirectory) struct PartyVerdictImportTests {
  private static let vantage = """
    {"party_kind": "developer", "key": "vantage-us", "name": "Vantage US", "names": ["Vantage"], \
    "sources": ["paper"]}
    {"party_kind": "developer", "key": "vantage-eu", "name": "Vantage EU", "names": ["Vantage"], \
    "sources": ["paper"]}
    """

  @Test func `a document says who is one, who is not, and whose name it bears`() throws {
    let connection = try Workbench.ledger(
      with: """
        {"party_kind": "bank", "key": "jpm", "name": "JPM", "sources": ["paper"], \
        "same_as": ["JPMorgan"], "brand": ["Morgan"], "unsure_of": ["Meta"], \
        "different_from": [{"party": "OpenAI", "reason": "no bank", "locator": "p. 3"}]}
        {"party_kind": "bank", "key": "morgan", "name": "Morgan", "sources": ["paper"]}
        """)
    #expect(
      try rows(
        """
        SELECT l.key, coalesce(l.reason, '-'), s.key, coalesce(l.locator, '-')
        FROM party_link l JOIN source s ON s.id = l.source_id ORDER BY l.key
        """, in: connection) == [
          "jpm/brand/morgan | - | paper | -", "jpm/different/openai | no bank | paper | p. 3",
          "jpm/same/jpmorgan | - | paper | -", "jpm/unsure/meta | - | paper | -",
        ])
    #expect(
      try rows(
        "SELECT identity_key, brand_key, verdicts FROM parties WHERE party_key = 'jpm'",
        in: connection) == ["jpmorgan | morgan | 3"])
  }

  @Test func `both parties may say it`() throws {
    var connection = try Workbench.make()
    let text = """
      {"party_kind": "bank", "key": "x", "name": "Xeric", "same_as": ["Yarrow"], \
      "sources": ["paper"]}
      {"party_kind": "bank", "key": "y", "name": "Yarrow", "same_as": ["Xeric"], \
      "sources": ["paper"]}
      """
    try Workbench.load(text, &connection)
    #expect(try rows("SELECT key FROM party_link", in: connection) == ["x/same/y"])
    #expect(try Workbench.load(text, &connection).counts.changesNothing)
  }

  /// What a party's document says; the problem.
  @Test(arguments: [
    (#""same_as": ["Xeric"]"#, "/same_as/0: 'Xeric' is the party itself"),
    (#""same_as": [3]"#, "/same_as/0: must be a party, not"),
    (#""brand": [{"reason": "x"}]"#, "lacks 'party'"),
    (#""same_as": ["Meta", "OpenAI"], "different_from": ["Meta"]"#, "meta is the same as x"),
    (#""different_from": ["Meta"], "same_as": ["Meta"]"#, "contradicts what is held: meta is "),
  ])
  func `what cannot be is refused where it stands`(says: String, problem: String) throws {
    let found = try Workbench.problems(
      #"{"party_kind": "bank", "key": "x", "name": "Xeric", "sources": ["paper"], \#(says)}"#)
    #expect(found.count == 1)
    #expect(found.first?.contains(problem) == true, "\(found)")
  }

  @Test func `verdicts of one import are held against those on record`() throws {
    var connection = try Workbench.ledger(
      with: """
        {"party_kind": "bank", "key": "x", "name": "Xeric", "same_as": ["Meta"], \
        "sources": ["paper"]}
        """)
    let before = try contents(of: connection)
    let problems = try Workbench.problems(
      """
      {"party_kind": "unknown", "key": "meta", "name": "Meta Platforms, Inc.", \
      "different_from": ["Xeric"], "sources": ["paper"]}
      """, &connection)
    #expect(problems.count == 1)
    #expect(problems.first?.contains("meta is the same as x; to take one back") == true)
    #expect(try contents(of: connection) == before)
  }

  /// The verdict on two parties of one name; whether a deal by that name finds its borrower.
  @Test(
    arguments: [
      ("", nil), ("unsure", nil), ("different", nil), ("same", "vantage-us"),
    ] as [(String, String?)])
  func `a name of several is one party's once they are the same`(
    verdict: String, issuer: String?
  ) throws {
    var connection = try Workbench.ledger(with: Self.vantage)
    if !verdict.isEmpty {
      try PartyVerdictTests.give("\(verdict) vantage-us vantage-eu", &connection)
    }
    let problems = try Workbench.problems(Workbench.deal("d", issuer: "Vantage"), &connection)
    #expect(problems.isEmpty == (issuer != nil))
    if issuer == nil {
      #expect(problems.first?.contains("is the name of vantage-eu and vantage-us") == true)
    }
    #expect(
      try rows("SELECT p.key FROM deal d JOIN party p ON p.id = d.issuer_id", in: connection)
        == [issuer].compactMap { $0 })
  }

  @Test func `two names one letter apart are no slip once they are two parties`() throws {
    var connection = try Workbench.make()
    #expect(try Workbench.problems(Workbench.deal("d", issuer: "CoreWeaves"), &connection) != [])
    try Workbench.load(
      """
      {"party_kind": "neocloud", "key": "coreweaves", "name": "CoreWeaves", \
      "different_from": ["CoreWeave"], "sources": ["paper"]}
      """, &connection)
    try Workbench.load(
      Workbench.deal("d", issuer: "CoreWeaves") + "\n" + Workbench.deal("e", issuer: "CoreWeave"),
      &connection)
    #expect(
      try rows("SELECT issuer_key FROM deals ORDER BY deal_key", in: connection)
        == ["coreweaves", "coreweave"])
    // A third spelling is near both.
    let problems = try Workbench.problems(Workbench.deal("f", issuer: "CoreWeavs"), &connection)
    #expect(
      problems.first?.contains("from CoreWeave (coreweave), CoreWeaves (coreweaves)") == true)
  }

  @Test func `a name means the party that has it, so that a verdict can be forgotten`() throws {
    var connection = try Workbench.ledger(
      with: #"{"party_kind": "bank", "key": "jpm", "name": "JPM", "sources": ["paper"]}"#)
    try PartyVerdictTests.give("same jpm jpmorgan", &connection)
    try Workbench.load(Workbench.deal("d", issuer: "JPM"), &connection)
    let stored = "SELECT p.key FROM deal d JOIN party p ON p.id = d.issuer_id"
    let shown = "SELECT issuer_key FROM deals"
    #expect(try rows(stored, in: connection) == ["jpm"])
    #expect(try rows(shown, in: connection) == ["jpmorgan"])
    try PartyVerdictTests.give("forget jpm jpmorgan", &connection)
    #expect(try rows(shown, in: connection) == ["jpm"])
  }

  @Test func `a sheet's deals are counted under the identity of their parties`() throws {
    var connection = try ShippedLedger.open(.none)
    for pair in ["meta oracle", "microsoft nvidia", "jpmorgan pimco"] {
      try PartyVerdictTests.give("same \(pair)", &connection)
    }
    for seed in [11, 12] as [UInt64] {
      try SheetBench.load(SheetSample(seed: seed, lines: 200).text, &connection)
      #expect(try Figures.stale(in: connection).isEmpty, "seed \(seed)")
    }
    #expect(
      try rows(
        """
        SELECT DISTINCT p.key FROM positions x JOIN party p ON p.id = x.issuer_id
        WHERE p.key IN ('meta', 'oracle', 'microsoft', 'nvidia') ORDER BY 1
        """, in: connection) == ["meta", "microsoft"])
    // A verdict given after the sheet comes to the same.
    let before = try rows("SELECT * FROM tranche_figure", in: connection)
    try PartyVerdictTests.give("forget meta oracle", &connection)
    #expect(try rows("SELECT * FROM tranche_figure", in: connection) != before)
    try PartyVerdictTests.give("same oracle meta", &connection)
    #expect(
      try Set(rows("SELECT * FROM tranche_figure", in: connection)) == Set(before))
    #expect(try Figures.stale(in: connection).isEmpty)
  }
}
