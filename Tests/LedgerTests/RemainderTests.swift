import Ledger
import SQLite
import Testing

@Suite struct RemainderTests {
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
      // It is taken within the deal's currency, of what is counted.
      ("100 USD", ["60 EUR"], [], "100 USD of unknown"),
      ("100 USD", ["60 USD", "not 40 USD"], [], "40 USD of unknown"),
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
    try connection.transaction { transaction in
      try save("d", stated, tranches, in: transaction)
      for (number, part) in parts.enumerated() {
        try save("part\(number)", part, [part], in: transaction)
        try Repository<DealLink>().insert(
          Workbench.link("part_of", from: "part\(number)", to: "d"), in: transaction)
      }
      _ = try Remainders.settle(["d"], run: try run(transaction), in: transaction)
      let found = try TrancheRepository().find("d/undivided", in: transaction)
      let words = found.map { "\(Workbench.words($0.amount)) of \($0.instrument)" } ?? "none"
      #expect(words == left)
      if let found {
        #expect(found.isRemainder == true)
        #expect(found.origin.source == "filing")
      }
    }
  }

  @Test func `a part that is not counted leaves the whole`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try save("d", "100 USD", [], in: transaction)
      try save("part", "30 USD", ["30 USD"], in: transaction)
      try transaction.run(
        "UPDATE deal SET counted = 0, not_counted_because = 'told twice' WHERE key = 'part'")
      try Repository<DealLink>().insert(
        Workbench.link("part_of", from: "part", to: "d"), in: transaction)
      _ = try Remainders.settle(["d"], run: try run(transaction), in: transaction)
      let found = try #require(try TrancheRepository().find("d/undivided", in: transaction))
      #expect(Workbench.words(found.amount) == "100 USD")
    }
  }

  @Test func `parts are settled before the whole they are parts of`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try save("a-whole", "100 USD", [], in: transaction)
      try save("part", "30 USD", [], in: transaction)
      try Repository<DealLink>().insert(
        Workbench.link("part_of", from: "part", to: "a-whole"), in: transaction)
      _ = try Remainders.settle(["a-whole"], run: try run(transaction), in: transaction)
      #expect(
        try rows("SELECT key, amount_minor FROM tranche ORDER BY key", in: transaction) == [
          "a-whole/undivided | 7000", "part/undivided | 3000",
        ])
    }
  }

  @Test func `it is adjusted when a tranche comes, removed when nothing is left`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      let run = try run(transaction)
      try save("d", "100 USD", [], in: transaction)
      #expect(try settle(run, transaction) == [1, 0, 0])
      #expect(try settle(run, transaction) == [0, 0, 1])
      try TrancheRepository().insert(
        try Workbench.tranche("d/t1", of: "d", "60 USD"), in: transaction)
      #expect(try settle(run, transaction) == [0, 1, 0])
      try TrancheRepository().insert(
        try Workbench.tranche("d/t2", of: "d", "40 USD"), in: transaction)
      #expect(try settle(run, transaction) == [0, 1, 0])
      #expect(try TrancheRepository().find("d/undivided", in: transaction) == nil)
      #expect(try settle(run, transaction) == [0, 0, 0])
    }
  }

  /// How many remainders were added, changed and left, with figures that refer to them.
  private func settle(_ run: Int64, _ transaction: borrowing Transaction) throws -> [Int] {
    let counts = try Remainders.settle(["d"], run: run, in: transaction)
    try Figures.rebuild(in: transaction)
    return [counts.added, counts.changed, counts.same]
  }

  private func save(
    _ key: String, _ stated: String, _ tranches: [String], in transaction: borrowing Transaction
  ) throws {
    try DealRepository().insert(Workbench.deal(key), in: transaction)
    if stated != "-" {
      try ClaimRepository().insert(
        try Workbench.statedAmount(stated, of: key), in: transaction)
    }
    for (number, amount) in tranches.enumerated() {
      let isCounted = !amount.hasPrefix("not ")
      var tranche = try Workbench.tranche(
        "\(key)/t\(number + 1)", of: key, isCounted ? amount : String(amount.dropFirst(4)))
      if !isCounted { (tranche.counted, tranche.notCountedBecause) = (false, "told twice") }
      try TrancheRepository().insert(tranche, in: transaction)
    }
  }

  private func run(_ transaction: borrowing Transaction) throws -> Int64 {
    try ImportRun.begin(.importing, command: "test", input: nil, in: transaction).id
  }
}
