import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct CountingOnceTests {
  /// Kind of the link, grade of the source of each end; which ends still count.
  private static let rules: [(kind: String, from: String, to: String, counted: String)] = [
    // The better grade counts, of equals the one pointed at: P, S, A, E, none.
    ("same_as", "P", "P", "to"), ("same_as", "P", "S", "from"), ("same_as", "S", "P", "to"),
    ("same_as", "S", "A", "from"), ("same_as", "A", "S", "to"), ("same_as", "A", "E", "from"),
    ("same_as", "E", "A", "to"), ("same_as", "E", "-", "from"), ("same_as", "-", "E", "to"),
    ("same_as", "-", "-", "to"),
    // The newer one alone, whatever the grades.
    ("amends", "S", "P", "from"), ("extends", "S", "P", "from"), ("replaces", "S", "P", "from"),
    // An announcement never.
    ("announces", "P", "S", "to"),
    // Both.
    ("taps", "S", "S", "both"), ("refinances", "S", "S", "both"), ("part_of", "S", "S", "both"),
    ("supports", "S", "S", "both"), ("secured_by", "S", "S", "both"),
  ]

  @Test(arguments: rules.indices) func `which end of a link totals count`(index: Int) throws {
    let (kind, from, to, counted) = Self.rules[index]
    var connection = try Workbench.make()
    let records = Self.deal("from", grade: from) + Self.deal("to", grade: to)
    try Workbench.save(records + [Workbench.link(kind, from: "from", to: "to")], &connection)
    #expect(
      try Self.counted(connection) == (counted == "both" ? ["from", "to"] : [counted]))
  }

  /// Kind; what is said of the one that no longer counts.
  @Test(arguments: [
    ("same_as", "same as to"), ("amends", "amended by from"), ("extends", "extended by from"),
    ("replaces", "replaced by from"), ("announces", "announces to"),
  ])
  func `the reason is told, and once`(kind: String, reason: String) throws {
    var connection = try Workbench.make()
    let records =
      Self.deal("from", grade: "S") + Self.deal("to", grade: "S")
      + [Workbench.link(kind, from: "from", to: "to")]
    try Workbench.save(records, &connection)
    #expect(
      try rows("SELECT not_counted_because FROM deal WHERE counted = 0", in: connection) == [
        reason
      ])
    #expect(try Workbench.save(records, &connection).changesNothing)
  }

  @Test func `a reason the document gave stays`() throws {
    var connection = try Workbench.make()
    var records = Self.deal("from", grade: "S") + Self.deal("to", grade: "S")
    var told = Workbench.deal("to")
    (told.counted, told.notCountedBecause) = (false, "a redemption")
    told.countedIsDerived = false
    records.append(told)
    try Workbench.save(records + [Workbench.link("amends", from: "from", to: "to")], &connection)
    #expect(
      try rows("SELECT not_counted_because FROM deal WHERE counted = 0", in: connection) == [
        "a redemption"
      ])
  }

  @Test func `what a link took out counts again when the link goes`() throws {
    var connection = try Workbench.make()
    let link = Workbench.link("amends", from: "from", to: "to")
    try Workbench.save(
      Self.deal("from", grade: "S") + Self.deal("to", grade: "S") + [link], &connection)
    #expect(try Self.counted(connection) == ["from"])
    try connection.transaction { try Repository<DealLink>().delete(link.key, in: $0) }
    try Workbench.save([Workbench.deal("another")], &connection)
    #expect(try Self.counted(connection) == ["another", "from", "to"])
  }

  /// Grades of three deals, of which the first is the second and the second the third.
  @Test(arguments: [
    (["S", "P", "S"], "b"), (["P", "S", "S"], "a"), (["S", "S", "P"], "c"), (["S", "S", "S"], "c"),
  ])
  func `of several that are one, one counts`(grades: [String], kept: String) throws {
    var connection = try Workbench.make()
    var records: [any Record] = []
    for (key, grade) in zip(["a", "b", "c"], grades) { records += Self.deal(key, grade: grade) }
    records.append(Workbench.link("same_as", from: "a", to: "b"))
    records.append(Workbench.link("same_as", from: "b", to: "c"))
    try Workbench.save(records, &connection)
    #expect(try Self.counted(connection) == [kept])
  }

  /// Binding and day of an event of the older one; whether it still counts.
  @Test(arguments: [
    ("lapsed", "2025-06-01", true), ("terminated", "2025-06-01", true),
    ("lapsed", "-", false), ("conditional", "2025-06-01", false),
  ])
  func `an older one that ends on a day of its own counts until then`(
    binding: String, day: String, stillCounts: Bool
  ) throws {
    var connection = try Workbench.make()
    var event = try Workbench.event("e", "lapsed", on: day == "-" ? nil : day)
    (event.deal, event.binding) = ("to", binding)
    try Workbench.save(
      Self.deal("from", grade: "S") + Self.deal("to", grade: "S")
        + [event, Workbench.link("replaces", from: "from", to: "to")], &connection)
    #expect(try Self.counted(connection) == (stillCounts ? ["from", "to"] : ["from"]))
  }

  @Test func `the parts of a deal count, its own division does not`() throws {
    var connection = try Workbench.make()
    try Workbench.save(
      Self.deal("part", grade: "S") + Self.deal("whole", grade: "S") + [
        try Workbench.statedAmount("100 USD", of: "whole"),
        try Workbench.tranche("part/t1", of: "part", "60 USD"),
        try Workbench.tranche("whole/t1", of: "whole", "60 USD"),
        Workbench.link("part_of", from: "part", to: "whole"),
      ], &connection)
    #expect(
      try rows(
        "SELECT key, amount_minor FROM tranche WHERE counted = 1 ORDER BY key", in: connection)
        == ["part/t1 | 6000", "whole/undivided | 4000"])
    #expect(try Self.counted(connection) == ["part", "whole"])
  }

  @Test func `of contracts the whole counts, for its legs cannot be divided`() throws {
    var connection = try Workbench.make()
    var records: [any Record] = []
    for key in ["part", "whole"] {
      var contract = Contract(key: key)
      (contract.name, contract.kind) = (key, "lease")
      contract.origin = Workbench.source()
      records.append(contract)
    }
    var link = DealLink(key: "l")
    (link.kind, link.fromContract, link.toContract) = ("part_of", "part", "whole")
    link.origin = Workbench.source()
    try Workbench.save(records + [link], &connection)
    #expect(
      try rows("SELECT key, not_counted_because FROM contract WHERE counted = 0", in: connection)
        == ["part | part of whole"])
  }

  private static func counted(_ connection: borrowing Connection) throws -> [String] {
    try rows("SELECT key FROM deal WHERE counted = 1 ORDER BY key", in: connection)
  }

  /// A deal, and the source of a grade that it cites.
  private static func deal(_ key: String, grade: String) -> [any Record] {
    var source = Source(key: "source-\(key)")
    (source.title, source.publisher) = ("Title", "Publisher")
    source.grade = grade == "-" ? nil : grade
    var deal = Workbench.deal(key)
    deal.origin.source = source.key
    return [source, deal]
  }
}
