import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct RemainderTests {
  /// What a deal is said to amount to, its tranches, deals that are parts of it; what is left.
  ///
  /// A tranche that begins with `not` is not counted.
  private static let rules: [(stated: String, tranches: [String], parts: [String], left: String)] =
    [
      // Alone it is the deal itself, of the deal's kind.
      ("100 USD", [], [], "100 USD of bond"),
      ("27-29 USD", [], [], "27-29 USD of bond"),
      ("up_to 100 USD", [], [], "up_to 100 USD of bond"),
      ("-", [], [], "- of bond"),
      // Beside tranches it is what they leave, if anything.
      ("100 USD", ["60 USD"], [], "40 USD of unknown"),
      ("100 USD", ["60 USD", "40 USD"], [], "none"),
      ("100 USD", ["60 USD", "39 USD"], [], "1 USD of unknown"),
      ("100 USD", ["60 USD", "50 USD"], [], "none"),
      ("-", ["60 USD"], [], "none"),
      // Unknown amounts stay unknown beside it.
      ("100 USD", ["-"], [], "100 USD of unknown"),
      ("100 USD", ["60 USD", "-"], [], "40 USD of unknown"),
      // It is no more exact than what it is the rest of.
      ("about 100 USD", ["60 USD"], [], "about 40 USD of unknown"),
      ("100 USD", ["about 60 USD"], [], "about 40 USD of unknown"),
      ("at_least 100 USD", ["60 USD"], [], "at_least 40 USD of unknown"),
      ("up_to 100 USD", ["60 USD"], [], "up_to 40 USD of unknown"),
      // Of a range both ends are left, the low one never below nothing.
      ("27-29 USD", ["20 USD"], [], "7-9 USD of unknown"),
      ("27-29 USD", ["28 USD"], [], "0-1 USD of unknown"),
      ("27-29 USD", ["29 USD"], [], "none"),
      // Less a range it is a range itself, and so it is less a ceiling.
      ("100 USD", ["27-29 USD"], [], "71-73 USD of unknown"),
      ("100 USD", ["up_to 60 USD"], [], "40-100 USD of unknown"),
      // It is taken within the deal's currency. What is not counted is told all the same.
      ("100 USD", ["60 EUR"], [], "100 USD of unknown"),
      ("100 USD", ["60 USD", "not 40 USD"], [], "none"),
      // Parts tell the same money: the whole counts by what they leave.
      ("100 USD", [], ["30 USD", "70 USD"], "none"),
      ("100 USD", [], ["30 USD"], "70 USD of unknown"),
      ("100 USD", ["60 USD"], ["30 USD"], "70 USD of unknown"),
      ("-", [], ["30 USD"], "none"),
    ]

  @Test(arguments: rules.indices) func `what tranches and parts leave of a deal`(
    index: Int
  ) throws {
    let (stated, tranches, parts, left) = Self.rules[index]
    var connection = try Workbench.make()
    var records = try Self.records("d", stated, tranches)
    for (number, part) in parts.enumerated() {
      records += try Self.records("part\(number)", part, [part])
      records.append(Workbench.link("part_of", from: "part\(number)", to: "d"))
    }
    try Workbench.save(records, &connection)
    let found = try TrancheRepository().find("d/undivided", in: connection)
    let words = found.map { "\(Workbench.words($0.amount)) of \($0.instrument)" } ?? "none"
    #expect(words == left)
    #expect(found?.isRemainder != false)
    #expect(found == nil || found?.origin.source == "filing")
  }

  @Test func `a part that is not counted leaves the whole`() throws {
    var connection = try Workbench.make()
    var part = Workbench.deal("part")
    (part.counted, part.notCountedBecause) = (false, "told twice")
    let whole = try Self.records("d", "100 USD", [])
    try Workbench.save(
      whole + [
        part, try Workbench.tranche("part/t1", of: "part", "30 USD"),
        Workbench.link("part_of", from: "part", to: "d"),
      ], &connection)
    let found = try #require(try TrancheRepository().find("d/undivided", in: connection))
    #expect(Workbench.words(found.amount) == "100 USD")
  }

  @Test func `a part that tells no amount is taken by its tranches`() throws {
    var connection = try Workbench.make()
    try Workbench.save(
      try Self.records("a-whole", "100 USD", []) + Self.records("part", "-", ["20 USD", "10 USD"])
        + [Workbench.link("part_of", from: "part", to: "a-whole")], &connection)
    #expect(
      try rows("SELECT key, amount_minor FROM tranche ORDER BY key", in: connection) == [
        "a-whole/undivided | 7000", "part/t1 | 2000", "part/t2 | 1000",
      ])
  }

  @Test func `it is adjusted when a tranche comes, removed when nothing is left`() throws {
    var connection = try Workbench.make()
    let question = "SELECT key, amount_minor FROM tranche WHERE is_remainder = 1"
    try Workbench.save(try Self.records("d", "100 USD", []), &connection)
    #expect(try rows(question, in: connection) == ["d/undivided | 10000"])
    let first = try Workbench.save(
      [try Workbench.tranche("d/t1", of: "d", "60 USD")], &connection)
    #expect((first.added, first.changed) == (1, 1))
    #expect(try rows(question, in: connection) == ["d/undivided | 4000"])
    let second = try Workbench.save(
      [try Workbench.tranche("d/t2", of: "d", "40 USD")], &connection)
    #expect((second.added, second.changed) == (1, 1))
    #expect(try rows(question, in: connection) == [])
    let third = try Workbench.save(
      [try Workbench.tranche("d/t2", of: "d", "40 USD")], &connection)
    #expect(third.changesNothing)
  }

  @Test func `one that something is about is not removed without a word`() throws {
    var connection = try Workbench.make()
    try Workbench.save(try Self.records("d", "100 USD", []), &connection)
    var part = try Workbench.participation("p", party: "apollo")
    part.tranche = "d/undivided"
    try Workbench.save([part], &connection)
    let error = #expect(throws: LedgerError.self) {
      try Workbench.save([try Workbench.tranche("d/t1", of: "d", "100 USD")], &connection)
    }
    #expect(error?.description.hasPrefix("d/undivided: nothing is left undivided, but ") == true)
    #expect(try rows("SELECT key FROM tranche", in: connection) == ["d/undivided"])
  }

  private static func records(
    _ key: String, _ stated: String, _ tranches: [String]
  ) throws -> [any Record] {
    var records: [any Record] = [Workbench.deal(key)]
    if stated != "-" { records.append(try Workbench.statedAmount(stated, of: key)) }
    for (number, amount) in tranches.enumerated() {
      let isCounted = !amount.hasPrefix("not ")
      var tranche = try Workbench.tranche(
        "\(key)/t\(number + 1)", of: key, isCounted ? amount : String(amount.dropFirst(4)))
      if !isCounted { (tranche.counted, tranche.notCountedBecause) = (false, "told twice") }
      records.append(tranche)
    }
    return records
  }
}
