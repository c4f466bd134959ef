import Finance
import Ledger
import SQLite
import TestSupport
import Testing

/// Which parties are proposed as one.
@Suite(.temporaryDirectory) struct PartyDuplicateTests {
  /// Two names; the reason the two are proposed for, or nil.
  @Test(
    arguments: [
      ("Nebula Compute Holdings LLC", "Nebula Compute", "differ in words that many names have"),
      ("Core Weave", "CoreWeave", "differ in words that many names have"),
      ("The Nebula Group", "Nebula S.A.", "differ in words that many names have"),
      ("Nebula Compute", "Nebula Computer", "are one letter apart"),
      ("Blackrock Fund", "Blakcrock Fund", "are one letter apart"),
      ("Galaxy", "Galaxy Digital Mining", "“galaxy” stands in “galaxy digital mining”"),
      ("Acme GmbH", "Acme", "differ in words that many names have"),
      ("AIP", "AI Infrastructure Partnership", "“aip” is the first letters of"),
      ("Canada Pension Plan Investment Board", "CPPIB", "“cppib” is the first letters of"),
      ("Nebula and Zephyr", "Zephyr", "“Nebula and Zephyr” lists “Zephyr”"),
      ("Nebula, Zephyr & Co", "Zephyr", "“Nebula, Zephyr & Co” lists “Zephyr”"),
      // Numbers, numerals and single letters tell one of a series from the next.
      ("Nebula Fund 2024", "Nebula Fund 2025", nil),
      ("Nebula Compute VII", "Nebula Compute VIII", nil),
      ("Nebula Series A", "Nebula Series B", nil),
      // What many names have, or is too short, says nothing.
      ("Nebula Compute", "Zephyr Compute", nil), ("Oaktree", "Oaktrea", nil),
      ("Nebula Capital", "Zephyr Capital", nil), ("AB", "Alder Birch", nil),
      ("Nebula, Inc.", "Zephyr, Inc.", nil),
      ("undisclosed lender", "undisclosed lenders", nil),
    ] as [(String, String, String?)])
  func `names speak for one party or do not`(one: String, other: String, reason: String?) throws {
    var connection = try Workbench.make()
    try Workbench.save(Self.party("x", one) + Self.party("y", other), &connection)
    let found = try Self.candidates(in: connection)
    #expect(found.count == (reason == nil ? 0 : 1), "\(found)")
    if let reason { #expect(found.first?.contains(reason) == true, "\(found)") }
  }

  /// Identifiers of two parties; the reason.
  @Test(
    arguments: [
      ("cik", "0001018724", "1018724", "both have cik 1018724"),
      ("ticker", "NASDAQ:NBLA", "NBLA", "both have ticker NBLA"),
      ("ticker", "NBLA.OL", "NBLA US", "both have ticker NBLA"),
      ("lei", "5493006mhb84dd0zwv18", "5493006MHB84DD0ZWV18", "both have lei 5493006MHB84DD0ZWV18"),
      ("cik", "0001018724", "0001018725", nil), ("ticker", "NBLA", "NBLB", nil),
    ] as [(String, String, String, String?)])
  func `identifiers are held against each other however written`(
    scheme: String, one: String, other: String, reason: String?
  ) throws {
    var connection = try Workbench.make()
    var records = Self.party("x", "Nebula") + Self.party("y", "Zephyr")
    for (party, value) in [("x", one), ("y", other)] {
      var identifier = PartyIdentifier(key: "\(party)/\(scheme)")
      (identifier.party, identifier.scheme, identifier.value) = (party, scheme, value)
      records.append(identifier)
    }
    try Workbench.save(records, &connection)
    #expect(
      try Self.candidates(in: connection).map { $0.contains(reason ?? "-") }
        == (reason == nil ? [] : [true]))
  }

  /// A verdict or link between the two; whether they are proposed.
  @Test(arguments: [
    ("same", false), ("different", false), ("unsure", false), ("subsidiary", false),
    ("sponsor", false), ("shareholder", true), ("", true),
  ])
  func `what is decided or known to belong together is not proposed`(
    kind: String, isProposed: Bool
  ) throws {
    var connection = try Workbench.make()
    var records = Self.party("x", "Galaxy Digital") + Self.party("y", "Galaxy Digital Holdings")
    if !kind.isEmpty {
      var link = PartyLink(key: "x/\(kind)/y")
      (link.from, link.to, link.kind) = ("y", "x", kind)
      records.append(PartyVerdict(rawValue: kind).map { PartyLink($0, "x", "y") } ?? link)
    }
    try Workbench.save(records, &connection)
    #expect(try Self.candidates(in: connection).isEmpty != isProposed)
  }

  @Test func `a verdict holds for all that are the same`() throws {
    var connection = try Workbench.make()
    try Workbench.save(
      Self.party("x", "Nebula") + Self.party("y", "Nebula Group") + Self.party("z", "Nebula AB")
        + [PartyLink(.same, "x", "y"), PartyLink(.different, "y", "z")], &connection)
    #expect(try Self.candidates(in: connection) == [])
  }

  @Test func `kinds and countries that differ lower the score, records are counted`() throws {
    var connection = try Workbench.make()
    var deal = Workbench.deal("d")
    deal.issuer = "x"
    try Workbench.save(
      Self.party("x", "Nebula", kind: "bank", country: "US")
        + Self.party("y", "Nebula Group", kind: "utility", country: "SE")
        + Self.party("z", "Zephyr Partners", kind: "bank", country: "US")
        + Self.party("w", "Zephyr", kind: "bank", country: "US") + [deal], &connection)
    let found = try Self.candidates(in: connection)
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("0.85 | w | Zephyr | 0 | z | Zephyr Partners | 0") == true)
    #expect(found.last?.hasPrefix("0.61 | x | Nebula | 1 | y | Nebula Group | 0") == true)
    #expect(found.last?.contains("of other kinds; but they are of other countries") == true)
    #expect(try PartyDuplicates.candidates(atLeast: 0.7, in: connection).rows.count == 1)
  }

  @Test func `nothing of what ships is undecided`() throws {
    let connection = try ShippedLedger.reading()
    #expect(try Self.candidates(in: connection) == [])
    #expect(try PartyJudgement.all(in: connection).rows.count == 3)
  }

  private static func candidates(in connection: borrowing Connection) throws -> [String] {
    try PartyDuplicates.candidates(atLeast: 0.5, in: connection).rows.map { row in
      row.map { value in
        switch value {
        case .real(let number): "\(number)"
        case .integer(let number): "\(number)"
        case .text(let text): text
        default: "?"
        }
      }.joined(separator: " | ")
    }
  }

  private static func party(
    _ key: String, _ name: String, kind: String = "unknown", country: String? = nil
  ) -> [any Record] {
    var party = Party(key: key)
    (party.name, party.kind, party.country) = (name, kind, country)
    var record = PartyNameRecord(key: "\(key)/name")
    (record.party, record.name, record.folded) = (key, name, PartyName(name).key)
    return [party, record]
  }
}
