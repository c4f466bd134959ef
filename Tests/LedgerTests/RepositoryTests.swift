import Finance
import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct RepositoryTests {
  @Test func `what is inserted is found by its key, listed and counted`() throws {
    var connection = try Workbench.make()
    let deals = DealRepository()
    var deal = Workbench.deal("meta-2025-11")
    deal.market = "sec_registered"
    deal.origin.locator = "page 3"
    (deal.counted, deal.countedIsDerived) = (true, false)
    try connection.transaction { transaction in
      try deals.insert(Workbench.deal("a-second"), in: transaction)
      try deals.insert(deal, in: transaction)
    }
    #expect(try deals.find("meta-2025-11", in: connection) == deal)
    #expect(try deals.find("another", in: connection) == nil)
    #expect(try deals.all(in: connection).map(\.key) == ["a-second", "meta-2025-11"])
    #expect(try deals.count(in: connection) == 2)
  }

  @Test func `references are keys outside, and rows inside`() throws {
    var connection = try Workbench.make()
    try connection.transaction { try DealRepository().insert(Workbench.deal("d"), in: $0) }
    #expect(
      try rows(
        """
        SELECT p.key, s.key FROM deal d
        JOIN party p ON p.id = d.issuer_id JOIN source s ON s.id = d.source_id
        """, in: connection) == ["meta | filing"])
    let found = try #require(try DealRepository().find("d", in: connection))
    #expect(found.issuer == "meta")
    #expect(found.origin.source == "filing")
  }

  @Test func `the tranches of a deal come in the order they were added`() throws {
    var connection = try Workbench.make()
    let tranches = TrancheRepository()
    try connection.transaction { transaction in
      for key in ["d", "e"] { try DealRepository().insert(Workbench.deal(key), in: transaction) }
      for (key, deal) in [("z", "d"), ("y", "e"), ("a", "d")] {
        try tranches.insert(try Workbench.tranche(key, of: deal), in: transaction)
      }
    }
    #expect(try tranches.all(where: "deal_id", is: "d", in: connection).map(\.key) == ["z", "a"])
    #expect(try tranches.all(where: "deal_id", is: "nowhere", in: connection) == [])
  }

  @Test func `a claim is about a record of any table`() throws {
    var connection = try Workbench.make()
    var claim = Claim(key: "meta/kind/1")
    (claim.recordKind, claim.record) = ("party", "meta")
    (claim.attribute, claim.stance) = ("kind", "alternative")
    claim.origin = Workbench.source()
    try connection.transaction { try ClaimRepository().insert(claim, in: $0) }
    #expect(try ClaimRepository().find("meta/kind/1", in: connection)?.record == "meta")

    claim.key = "meta/kind/2"
    claim.recordKind = "planet"
    #expect(throws: LedgerError.rule(record: "meta/kind/2", rule: "record_table is no table")) {
      try connection.transaction { try ClaimRepository().insert(claim, in: $0) }
    }
  }

  @Test func `an update replaces, also by nothing, and says whether anything differed`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      let parties = PartyRepository()
      var party = try #require(try parties.find("meta", in: transaction))
      party.country = "US"
      #expect(try parties.update(party, in: transaction))
      #expect(try !parties.update(party, in: transaction))
      party.country = nil
      #expect(try parties.update(party, in: transaction))
      #expect(try parties.find("meta", in: transaction)?.country == nil)
    }
  }

  @Test func `nothing unknown is updated`() throws {
    var connection = try Workbench.make()
    let error = #expect(throws: LedgerError.self) {
      try connection.transaction { try PartyRepository().update(Party(key: "nobody"), in: $0) }
    }
    #expect(error?.description == "nobody: there is no party with the key 'nobody'")
  }

  @Test func `what is deleted is gone`() throws {
    var connection = try Workbench.make()
    try connection.transaction { try PartyRepository().delete("apollo", in: $0) }
    #expect(try PartyRepository().find("apollo", in: connection) == nil)
  }

  @Test func `the run that inserts a record is noted, and stays`() throws {
    var connection = try Workbench.make()
    let runs = try connection.transaction { transaction in
      let first = try ImportRun.begin(.importing, command: "a", input: nil, in: transaction)
      _ = try DealRepository().save(Workbench.deal("d"), run: first.id, in: transaction)
      try first.finish(.init(), in: transaction)
      let second = try ImportRun.begin(.importing, command: "b", input: nil, in: transaction)
      var deal = Workbench.deal("d")
      deal.notes = "changed"
      #expect(try DealRepository().save(deal, run: second.id, in: transaction) == .changed)
      try second.finish(.init(), in: transaction)
      return (first.id, second.id)
    }
    #expect(runs.0 != runs.1)
    #expect(try connection.value("SELECT run_id FROM deal", as: Int64.self) == runs.0)
  }

  @Test func `issuers are the parties that deals name`() throws {
    var connection = try Workbench.make()
    let issuers = PartyRoleRepository.issuers
    #expect(try issuers.find("meta", in: connection) == nil)
    #expect(try issuers.all(in: connection) == [])
    var oracle = Party(key: "oracle")
    (oracle.name, oracle.kind) = ("Oracle", "software_company")
    try connection.transaction { transaction in
      try issuers.insert(oracle, in: transaction)
      var deal = Workbench.deal("d")
      deal.issuer = "oracle"
      try DealRepository().insert(deal, in: transaction)
      oracle.country = "US"
      #expect(try issuers.update(oracle, in: transaction) == true)
    }
    #expect(try issuers.all(in: connection).map(\.key) == ["oracle"])
    #expect(try issuers.find("oracle", in: connection)?.country == "US")
    #expect(try issuers.find("meta", in: connection) == nil)
  }

  /// What is made wrong of a good tranche, and what is said about it.
  private static let broken:
    [(name: String, make: @Sendable (inout Tranche) -> Void, words: String)] = [
      ("the deal", { $0.deal = "nowhere" }, "t: there is no deal with the key 'nowhere'"),
      ("the source", { $0.origin.source = "x" }, "t: there is no source with the key 'x'"),
      ("the key", { $0.key = "Ö" }, "Ö: this must hold: key is a key"),
      ("the name", { $0.name = "" }, "t: this must hold: has no empty text"),
      ("no currency", { $0.amount.currency = nil }, "t: this must hold: amount has a currency"),
      ("a low end", { $0.amount.lowMinor = 1 }, "t: this must hold: amount fits its qualifier"),
      ("negative", { $0.amount.minor = -1 }, "t: this must hold: amount fits its qualifier"),
      ("qualifier", { $0.amount.qualifier = "some" }, "t: this must hold: qualifier is known"),
      ("rate type", { $0.rateType = "odd" }, "t: this must hold: rate type is known"),
      ("currency", { $0.amount.currency = "usd" }, "t: this must hold: currency is three letters"),
      (
        "no kind of amount", { $0.amount.qualifier = nil },
        "t: this must hold: amount fits its qualifier"
      ),
      ("no reason", { $0.counted = false }, "t: this must hold: not counted has a reason"),
    ]

  @Test(arguments: broken.indices) func `a broken rule is told in words`(index: Int) throws {
    let (name, change, words) = Self.broken[index]
    var connection = try Workbench.make()
    var tranche = try Workbench.tranche("t", of: "d", "100 USD")
    change(&tranche)
    let wrong = tranche
    let error = #expect(throws: LedgerError.self, "\(name)") {
      try connection.transaction { transaction in
        try DealRepository().insert(Workbench.deal("d"), in: transaction)
        try TrancheRepository().insert(wrong, in: transaction)
      }
    }
    #expect(error?.description == words, "\(name)")
    #expect(try DealRepository().count(in: connection) == 0)
  }

  @Test func `a day that ends before it begins is refused`() throws {
    var connection = try Workbench.make()
    var event = try Workbench.event("e", "announced", on: "2025-11")
    swap(&event.occurred.on, &event.occurred.until)
    event.deal = "d"
    let wrong = event
    let error = #expect(throws: LedgerError.self) {
      try connection.transaction { transaction in
        try DealRepository().insert(Workbench.deal("d"), in: transaction)
        try Repository<Event>().insert(wrong, in: transaction)
      }
    }
    #expect(error?.description == "e: this must hold: occurred is a pair")
  }

  @Test func `a key that is taken is told as such`() throws {
    var connection = try Workbench.make()
    let error = #expect(throws: LedgerError.self) {
      try connection.transaction { transaction in
        try DealRepository().insert(Workbench.deal("d"), in: transaction)
        try DealRepository().insert(Workbench.deal("d"), in: transaction)
      }
    }
    #expect(error == .duplicateKey(kind: "deal", key: "d"))
    #expect(error?.description == "there is a deal with the key 'd' already")
  }

  @Test func `a row that others refer to is not deleted`() throws {
    var connection = try Workbench.make()
    #expect(throws: (any Error).self) {
      try connection.transaction { transaction in
        try DealRepository().insert(Workbench.deal("d"), in: transaction)
        try PartyRepository().delete("meta", in: transaction)
      }
    }
    #expect(try PartyRepository().find("meta", in: connection) != nil)
  }
}
