import Ledger
import SQLite
import Testing

@Suite struct CountingOnceTests {
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
    try connection.transaction { transaction in
      try save("from", grade: from, in: transaction)
      try save("to", grade: to, in: transaction)
      let link = Workbench.link(kind, from: "from", to: "to")
      try Repository<DealLink>().insert(link, in: transaction)
      let changed = try CountingOnce.apply([link.key], in: transaction)
      #expect(changed == (counted == "both" ? 0 : 1))
      let left = try rows("SELECT key FROM deal WHERE counted = 1 ORDER BY id", in: transaction)
      #expect(left == (counted == "both" ? ["from", "to"] : [counted]))
    }
  }

  /// Kind; what is said of the one that no longer counts.
  @Test(arguments: [
    ("same_as", "same as to"), ("amends", "amended by from"), ("extends", "extended by from"),
    ("replaces", "replaced by from"), ("announces", "announces to"),
  ])
  func `the reason is told`(kind: String, reason: String) throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      for key in ["from", "to"] { try save(key, grade: "S", in: transaction) }
      let link = Workbench.link(kind, from: "from", to: "to")
      try Repository<DealLink>().insert(link, in: transaction)
      _ = try CountingOnce.apply([link.key], in: transaction)
      #expect(
        try rows("SELECT not_counted_because FROM deal WHERE counted = 0", in: transaction) == [
          reason
        ])
      // Said once, it is not said again.
      #expect(try CountingOnce.apply([link.key], in: transaction) == 0)
    }
  }

  @Test func `a reason the document gave stays`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      for key in ["from", "to"] { try save(key, grade: "S", in: transaction) }
      try transaction.run(
        "UPDATE deal SET counted = 0, not_counted_because = 'a redemption' WHERE key = 'to'")
      let link = Workbench.link("amends", from: "from", to: "to")
      try Repository<DealLink>().insert(link, in: transaction)
      #expect(try CountingOnce.apply([link.key], in: transaction) == 0)
      #expect(
        try rows("SELECT not_counted_because FROM deal WHERE counted = 0", in: transaction) == [
          "a redemption"
        ])
    }
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
    try connection.transaction { transaction in
      for key in ["from", "to"] { try save(key, grade: "S", in: transaction) }
      var event = try Workbench.event("e", "lapsed", on: day == "-" ? nil : day)
      (event.deal, event.binding) = ("to", binding)
      try Repository<Event>().insert(event, in: transaction)
      let link = Workbench.link("replaces", from: "from", to: "to")
      try Repository<DealLink>().insert(link, in: transaction)
      #expect(try CountingOnce.apply([link.key], in: transaction) == (stillCounts ? 0 : 1))
    }
  }

  @Test func `the parts of a deal count, its own division does not`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      for key in ["part", "whole"] { try save(key, grade: "S", in: transaction) }
      for (key, deal) in [("part/t1", "part"), ("whole/t1", "whole")] {
        try TrancheRepository().insert(
          try Workbench.tranche(key, of: deal, "60 USD"), in: transaction)
      }
      var rest = try Workbench.tranche("whole/undivided", of: "whole", "40 USD")
      rest.isRemainder = true
      try TrancheRepository().insert(rest, in: transaction)
      let link = Workbench.link("part_of", from: "part", to: "whole")
      try Repository<DealLink>().insert(link, in: transaction)
      #expect(try CountingOnce.apply([link.key], in: transaction) == 1)
      #expect(
        try rows("SELECT key FROM tranche WHERE counted = 1 ORDER BY key", in: transaction) == [
          "part/t1", "whole/undivided",
        ])
    }
  }

  @Test func `of contracts the whole counts, for its legs cannot be divided`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      for key in ["part", "whole"] {
        var contract = Contract(key: key)
        (contract.name, contract.kind) = (key, "lease")
        contract.origin = Workbench.source()
        try ContractRepository().insert(contract, in: transaction)
      }
      var link = DealLink(key: "l")
      (link.kind, link.fromContract, link.toContract) = ("part_of", "part", "whole")
      link.origin = Workbench.source()
      try Repository<DealLink>().insert(link, in: transaction)
      #expect(try CountingOnce.apply(["l"], in: transaction) == 1)
      #expect(
        try rows("SELECT key, not_counted_because FROM contract WHERE counted = 0", in: transaction)
          == ["part | part of whole"])
    }
  }

  private func save(_ key: String, grade: String, in transaction: borrowing Transaction) throws {
    var source = Source(key: "source-\(key)")
    (source.title, source.publisher) = ("Title", "Publisher")
    source.grade = grade == "-" ? nil : grade
    try SourceRepository().insert(source, in: transaction)
    var deal = Workbench.deal(key)
    deal.origin.source = source.key
    try DealRepository().insert(deal, in: transaction)
  }
}
