import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// Which party a name means.
@Suite(.temporaryDirectory) struct PartyMatchTests {
  /// A name of Meta Platforms, Inc., CoreWeave or JPMorgan; the party.
  @Test(arguments: [
    ("Meta", "meta"), ("meta", "meta"), ("META PLATFORMS", "meta"), ("Meta Platforms Inc", "meta"),
    ("Meta Platforms, Inc.", "meta"), ("Méta", "meta"), ("  Meta.  ", "meta"),
    ("CoreWeave, LLC", "coreweave"), ("Coreweave Ltd.", "coreweave"),
    ("CoreWeave Corp.", "coreweave"), ("CoreWeave N.V.", "coreweave"),
    ("CoreWeave PBC", "coreweave"), ("CoreWeave AB", "coreweave"), ("CoreWeave plc", "coreweave"),
  ])
  func `names are equal after case, accents, points and legal form`(
    name: String, key: String
  ) throws {
    let connection = try Workbench.ledger(with: Workbench.deal("d", issuer: name))
    #expect(
      try rows("SELECT p.key FROM deal d JOIN party p ON p.id = d.issuer_id", in: connection) == [
        key
      ])
  }

  /// Names that are whole names of their own.
  @Test(arguments: [
    "Meta and CoreWeave", "Meta (guarantor)", "Metal", "Core Weave Partners", "JPMorgan Chase",
  ])
  func `lists and qualifications are whole names`(name: String) throws {
    var connection = try Workbench.make()
    let summary = try Workbench.load(Workbench.deal("d", issuer: name), &connection)
    #expect(summary.newParties == [name])
  }

  /// A slip of one letter in a known name.
  @Test(arguments: [
    "Corweave", "CoreWeeave", "CoreWaeve", "CoreWeaves", "Kore Weave".filter { $0 != " " },
  ])
  func `a near miss is refused with its candidates`(name: String) throws {
    let problems = try Workbench.problems(Workbench.deal("d", issuer: name))
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains("/issuer: '\(name)' is one letter from CoreWeave (coreweave)")
        == true)
    #expect(problems.first?.contains("--create-parties") == true)
    #expect(try Workbench.problems(Workbench.deal("d", issuer: name), createsParties: true) == [])
  }

  /// Letters that only look like those of a known name.
  @Test(arguments: ["\u{41C}eta", "Met\u{430}", "\u{421}oreWeave"])
  func `a look-alike is refused with its candidates, in either order`(name: String) throws {
    let known = name.hasPrefix("\u{421}") ? "CoreWeave" : "Meta"
    let problems = try Workbench.problems(Workbench.deal("d", issuer: name))
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains(
        "'\(name)' has letters of another alphabet and looks like \(known)") == true, "\(problems)")
    #expect(try Workbench.problems(Workbench.deal("d", issuer: name), createsParties: true) == [])
    var connection = try Workbench.make()
    let other = "\u{41E}racle"
    try Workbench.load(Workbench.deal("d", issuer: other), &connection, createsParties: true)
    let later = try Workbench.problems(Workbench.deal("e", issuer: "Oracle"), &connection)
    #expect(later.count == 1 && later[0].contains("looks like \(other)"), "\(later)")
  }

  @Test func `what cannot be seen in a name does not make it another`() throws {
    let connection = try Workbench.ledger(with: Workbench.deal("d", issuer: "Me\u{200B}t\u{202E}a"))
    #expect(
      try rows("SELECT p.key FROM deal d JOIN party p ON p.id = d.issuer_id", in: connection) == [
        "meta"
      ])
  }

  @Test func `with the option a near miss is a party of its own`() throws {
    var connection = try Workbench.make()
    let summary = try Workbench.load(
      Workbench.deal("d", issuer: "Corweave"), &connection, createsParties: true)
    #expect(summary.newParties == ["Corweave"])
    #expect(
      try rows("SELECT p.key FROM deal d JOIN party p ON p.id = d.issuer_id", in: connection) == [
        "corweave"
      ])
  }

  /// Two names; whether the second is taken for a slip of the first.
  @Test(arguments: [
    ("Fund II 2024", "Fund II 2025", false), ("Blackrock", "Blackrocks", true),
    ("Oaktree", "Oaktrea", false), ("Blue Owl Capital", "Blue Owl Capitol", true),
    ("Blue Owl Capital", "Blue Howl Capitol", false),
  ])
  func `a near miss has eight letters, one edit and the same digits`(
    known: String, name: String, isNear: Bool
  ) throws {
    var connection = try Workbench.make()
    try Workbench.load(Workbench.deal("d", issuer: known), &connection)
    let problems = try Workbench.problems(Workbench.deal("e", issuer: name), &connection)
    #expect(problems.isEmpty == !isNear, "\(problems)")
  }

  @Test func `near misses are of parties known before the run, not of each other`() throws {
    var connection = try Workbench.make()
    let summary = try Workbench.load(
      Workbench.deal("d", issuer: "Blackrock") + "\n" + Workbench.deal("e", issuer: "Blackrocks"),
      &connection)
    #expect(summary.newParties == ["Blackrock", "Blackrocks"])
  }

  @Test func `a name of two parties is refused with both`() throws {
    var connection = try Workbench.make()
    try Workbench.load(
      """
      {"party_kind": "developer", "key": "vantage-us", "name": "Vantage US", "names": ["Vantage"]}
      {"party_kind": "developer", "key": "vantage-eu", "name": "Vantage EU", "names": ["Vantage"]}
      """, &connection)
    let problems = try Workbench.problems(Workbench.deal("d", issuer: "Vantage"), &connection)
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains("/issuer: 'Vantage' is the name of vantage-eu and vantage-us")
        == true)
  }

  @Test(arguments: [
    "undisclosed lender", "unnamed fund", "El Paso vehicle (name not disclosed)", "Unknown bank",
  ])
  func `a party without a name belongs to its record alone`(name: String) throws {
    var connection = try Workbench.make()
    let summary = try Workbench.load(
      Workbench.deal("d", issuer: name) + "\n" + Workbench.deal("e", issuer: name), &connection)
    #expect(summary.newParties == [])
    let parties = try rows(
      "SELECT p.key, p.kind FROM deal d JOIN party p ON p.id = d.issuer_id ORDER BY d.key",
      in: connection)
    #expect(Set(parties).count == 2)
    #expect(parties.allSatisfy { $0.hasSuffix(" | unknown") })
    #expect(parties[0].hasPrefix("d/") && parties[1].hasPrefix("e/"))
    // Again they are found, not made.
    let again = try Workbench.load(
      Workbench.deal("d", issuer: name) + "\n" + Workbench.deal("e", issuer: name), &connection)
    #expect(again.counts.changesNothing)
  }

  @Test func `a new party is known by its name in the rest of the input`() throws {
    var connection = try Workbench.make()
    let summary = try Workbench.load(
      Workbench.deal("d", issuer: "Crusoe Energy") + "\n"
        + Workbench.deal("e", issuer: "Crusoe Energy, Inc."), &connection)
    #expect(summary.newParties == ["Crusoe Energy"])
    #expect(try rows("SELECT COUNT(DISTINCT issuer_id) FROM deal", in: connection) == ["1"])
  }
}
