import Finance
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// GLEIF's data: who is who, and who owns whom.
@Suite(.temporaryDirectory) struct LegalEntityImportTests {
  /// The n-th sound LEI of a kind of one's own.
  private static func lei(_ number: Int) -> String {
    let stem =
      "54930000" + String(repeating: "0", count: 10 - String(number).count) + String(number)
    return (2...98).lazy.map { stem + ($0 < 10 ? "0\($0)" : "\($0)") }
      .first { (try? Identifier($0, scheme: .lei)) != nil } ?? ""
  }

  private static let header =
    "LEI,Entity.LegalName,Entity.LegalName.xmllang,"
    + "Entity.OtherEntityNames.OtherEntityName.1,Entity.OtherEntityNames.OtherEntityName.1.type,"
    + "Entity.LegalAddress.Country,Entity.LegalJurisdiction,Entity.EntityCategory,"
    + "Entity.EntityStatus,Registration.RegistrationStatus\n"

  private static func line(
    _ number: Int, _ name: String, other: String = ",", country: String = "US",
    jurisdiction: String = "US-DE", category: String = "GENERAL", status: String = "ACTIVE,ISSUED"
  ) -> String {
    "\(lei(number)),\"\(name)\",en,\(other),\(country),\(jurisdiction),\(category),\(status)\n"
  }

  private static let parties = """
    {"party_kind": "neocloud", "key": "birch", "name": "Birch", "names": ["Birch Corp."], \
    "sources": ["paper"]}
    {"party_kind": "bank", "key": "cedar", "name": "Cedar Bank", "country": "SE", \
    "sources": ["paper"], "identifiers": [{"scheme": "lei", "value": "\(lei(7))"}]}
    """

  private static let stored = """
    SELECT p.party_key, p.country, p.jurisdiction, i.value FROM parties p
    LEFT JOIN party q ON q.key = p.party_key
    LEFT JOIN party_identifier i ON i.party_id = q.id AND i.scheme = 'lei'
    WHERE p.party_key IN ('birch', 'cedar') ORDER BY 1
    """

  /// What the file has, what the two parties are after it, and whether something is told.
  private static let cases: [(lines: String, birch: String, cedar: String, told: Int)] = [
    (line(1, "Elm Inc."), "NULL | NULL | NULL", "SE | NULL | \(lei(7))", 0),
    (line(1, "BIRCH CORP"), "US | US-DE | \(lei(1))", "SE | NULL | \(lei(7))", 0),
    // The legal form tells companies of a group apart.
    (line(1, "Birch GmbH"), "NULL | NULL | NULL", "SE | NULL | \(lei(7))", 0),
    (
      line(1, "Birch Corp") + line(2, "Birch, Corp."), "NULL | NULL | NULL",
      "SE | NULL | \(lei(7))", 1
    ),
    (
      line(1, "Birch Corp", status: "INACTIVE,RETIRED"), "NULL | NULL | NULL",
      "SE | NULL | \(lei(7))", 0
    ),
    (
      line(7, "Cedar Bank AB", country: "FI", jurisdiction: "SE"), "NULL | NULL | NULL",
      "SE | SE | \(lei(7))", 0
    ),
    (line(8, "Cedar Bank"), "NULL | NULL | NULL", "SE | NULL | \(lei(7))", 1),
    (
      line(1, "Birch Corp", jurisdiction: "Delaware"), "US | NULL | \(lei(1))",
      "SE | NULL | \(lei(7))", 1
    ),
  ]

  @Test(arguments: cases.indices) func `parties on record get what the file says of them`(
    index: Int
  ) throws {
    let row = Self.cases[index]
    var connection = try Workbench.ledger(with: Self.parties)
    let before = try PublishedBench.records(of: connection)
    let summary = try PublishedBench.load(Self.header + row.lines, &connection)
    #expect(
      try rows(Self.stored, in: connection) == ["birch | \(row.birch)", "cedar | \(row.cedar)"])
    #expect(summary.warningCount == row.told)
    #expect(try PublishedBench.load(Self.header + row.lines, &connection).counts.changesNothing)
    #expect(try PublishedBench.findings(in: connection) == [])
    if !summary.counts.changesNothing {
      #expect(try PublishedBench.isBack(to: before, &connection))
    }
  }

  @Test func `names of an entity become names of the party`() throws {
    var connection = try Workbench.ledger(with: Self.parties)
    try PublishedBench.load(
      Self.header + Self.line(7, "Cedar Bank AB", other: "Cedar Savings,PREVIOUS_LEGAL_NAME"),
      &connection)
    #expect(
      try rows(
        "SELECT name, kind, language FROM party_name WHERE key LIKE 'cedar/%' ORDER BY id",
        in: connection) == [
          "Cedar Bank | trading | NULL", "Cedar Bank AB | legal | en",
          "Cedar Savings | former | NULL",
        ])
  }

  @Test func `all become parties where that is wanted`() throws {
    var connection = try Workbench.ledger(with: Self.parties)
    let text =
      Self.header + Self.line(1, "Elm Inc.") + Self.line(2, "Elm Fund", category: "FUND")
      + Self.line(3, "Birch Inc.")
    #expect(try PublishedBench.load(text, &connection).counts.changesNothing)
    let summary = try PublishedBench.load(text, &connection, createsParties: true)
    #expect(summary.newParties == ["Elm Inc.", "Elm Fund"])
    #expect(summary.warnings.map(\.message) == ["'Birch Inc.' may be birch; passed over"])
    #expect(
      try rows("SELECT key, kind FROM party WHERE key LIKE 'elm%' ORDER BY 1", in: connection)
        == ["elm-fund | investment_fund", "elm-inc | unknown"])
    #expect(try PublishedBench.load(text, &connection, createsParties: true).counts.changesNothing)
  }

  private static let links =
    "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType,"
    + "Relationship.RelationshipStatus,Relationship.Period.1.startDate,"
    + "Relationship.Period.1.endDate,Relationship.Period.1.periodType\n"

  private static func link(
    _ from: Int, _ kind: String, _ to: Int, _ rest: String = "ACTIVE,,,"
  ) -> String { "\(lei(from)),\(lei(to)),\(kind),\(rest)\n" }

  /// Lines between three parties with LEIs 1 to 3, and the links they make.
  private static let relations: [(lines: String, expected: [String])] = [
    (link(1, "IS_DIRECTLY_CONSOLIDATED_BY", 2), ["a subsidiary b NULL NULL"]),
    (
      link(1, "IS_DIRECTLY_CONSOLIDATED_BY", 2) + link(1, "IS_ULTIMATELY_CONSOLIDATED_BY", 3)
        + link(2, "IS_ULTIMATELY_CONSOLIDATED_BY", 3),
      ["a subsidiary b NULL NULL", "b subsidiary c NULL NULL"]
    ),
    (
      link(1, "IS_ULTIMATELY_CONSOLIDATED_BY", 3) + link(1, "IS_DIRECTLY_CONSOLIDATED_BY", 9),
      ["a subsidiary c NULL NULL"]
    ),
    (link(1, "IS_FUND-MANAGED_BY", 2), ["a sponsor b NULL NULL"]),
    (link(1, "IS_FEEDER_TO", 2), []),
    (
      link(
        1, "IS_DIRECTLY_CONSOLIDATED_BY", 2,
        "INACTIVE,2020-01-01T00:00:00Z,2024-12-31T00:00:00Z,RELATIONSHIP_PERIOD"),
      ["a subsidiary b 2020-01-01 2025-01-01"]
    ),
    (link(1, "IS_DIRECTLY_CONSOLIDATED_BY", 2, "INACTIVE,,,"), []),
  ]

  @Test(arguments: relations.indices) func `who owns whom becomes links of parties`(
    index: Int
  ) throws {
    let row = Self.relations[index]
    var connection = try Workbench.ledger(
      with: ["a", "b", "c"].enumerated().map { number, key in
        "{\"party_kind\": \"unknown\", \"key\": \"\(key)\", \"name\": \"Party \(key)\", "
          + "\"sources\": [\"paper\"], \"identifiers\": [{\"scheme\": \"lei\", "
          + "\"value\": \"\(Self.lei(number + 1))\"}]}"
      }.joined(separator: "\n"))
    let before = try PublishedBench.records(of: connection)
    let text = Self.links + row.lines
    let summary = try PublishedBench.load(text, &connection)
    #expect(
      try rows(
        """
        SELECT f.key || ' ' || l.kind || ' ' || t.key || ' ' || coalesce(l.from_on, 'NULL')
          || ' ' || coalesce(l.before_on, 'NULL')
        FROM party_link l JOIN party f ON f.id = l.from_party_id
        JOIN party t ON t.id = l.to_party_id ORDER BY 1
        """, in: connection) == row.expected)
    #expect(try PublishedBench.load(text, &connection).counts.changesNothing)
    #expect(try PublishedBench.findings(in: connection) == [])
    if !summary.counts.changesNothing {
      #expect(try PublishedBench.isBack(to: before, &connection))
    }
  }

  @Test func `a line without a sound LEI stops the import`() throws {
    var connection = try Workbench.make()
    #expect(
      try PublishedBench.problems(
        Self.header + "123,A,en,,,US,US,GENERAL,ACTIVE,ISSUED\n", &connection
      )
      .map { $0.hasPrefix("f:2:1: ") } == [true])
  }
}
