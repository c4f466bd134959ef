import Ledger
import SQLite
import TestSupport
import Testing

/// Whether a tranche is private credit, by who lends it. JPMorgan and Morgan Stanley are banks;
/// PIMCO and Apollo are not; of `someone` nothing is known.
@Suite(.temporaryDirectory) struct LenderTests {
  /// Lenders of the tranche of 100, as `party amount`, with another role where it is none; private?
  private static let rules: [(lenders: [String], answer: String)] = [
    ([], "unknown"),
    // Without amounts: all non-banks yes, all banks no, otherwise nobody knows.
    (["pimco -"], "yes"), (["pimco -", "apollo -"], "yes"),
    (["jpmorgan -"], "no"), (["jpmorgan -", "morgan-stanley -"], "no"),
    (["jpmorgan -", "apollo -"], "unknown"),
    (["someone -"], "unknown"), (["someone -", "apollo -"], "yes"),
    (["someone -", "jpmorgan -"], "no"),
    // Amounts decide where those of named lenders cover over half.
    (["pimco 51", "jpmorgan -"], "yes"), (["jpmorgan 51", "pimco -"], "no"),
    (["pimco 50", "jpmorgan -"], "unknown"),
    (["pimco 40", "jpmorgan 30"], "yes"), (["pimco 30", "jpmorgan 40"], "no"),
    (["someone 60", "apollo -", "jpmorgan -"], "unknown"),
    // Anchor investors and holders lend; arrangers, agents and owners do not.
    (["pimco - anchor_investor"], "yes"), (["pimco - holder"], "yes"),
    (["jpmorgan - arranger"], "unknown"), (["jpmorgan - agent", "apollo -"], "yes"),
    (["jpmorgan - bookrunner", "pimco - anchor_investor"], "yes"),
    (["apollo - sponsor"], "unknown"), (["apollo - investor", "jpmorgan -"], "no"),
  ]

  @Test(arguments: rules.indices, [true, false]) func `private credit by lender`(
    index: Int, isOnTranche: Bool
  ) throws {
    let (lenders, answer) = Self.rules[index]
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try save(transaction, lenders, onTranche: isOnTranche, keys: "p")
      try Figures.rebuild(in: transaction)
    }
    #expect(try rows("SELECT private_by_lender FROM tranche_figure", in: connection) == [answer])
  }

  @Test func `lenders of its own go before its deal's`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try save(transaction, ["jpmorgan -"], onTranche: false, keys: "p")
      var own = try Workbench.participation("own", party: "apollo")
      own.tranche = "t"
      try Repository<Participation>().insert(own, in: transaction)
      try TrancheRepository().insert(
        try Workbench.tranche("u", of: "d", "100 USD"), in: transaction)
      try Figures.rebuild(in: transaction)
    }
    #expect(
      try rows("SELECT private_by_lender FROM tranche_figure ORDER BY tranche_id", in: connection)
        == ["yes", "no"])
  }

  /// The market and the label of the document; private by market, and as labelled.
  @Test(arguments: [
    ("bank_syndicated", "-", "no", "unknown"), ("sec_registered", "-", "no", "unknown"),
    ("rule_144a", "-", "no", "unknown"), ("private_credit", "-", "yes", "yes"),
    ("other", "-", "unknown", "unknown"), ("-", "-", "unknown", "unknown"),
    ("rule_144a", "yes", "no", "yes"), ("private_credit", "no", "yes", "no"),
    ("-", "no", "unknown", "no"),
  ])
  func `private credit by market and as labelled`(
    market: String, label: String, byMarket: String, asLabelled: String
  ) throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      var deal = Workbench.deal("d")
      deal.market = market == "-" ? nil : market
      deal.privateLabel = label == "-" ? nil : label
      try DealRepository().insert(deal, in: transaction)
    }
    #expect(
      try rows("SELECT private_by_market, private_as_labelled FROM deals", in: connection) == [
        "\(byMarket) | \(asLabelled)"
      ])
  }

  /// Instruments that are debt, and those that are not.
  @Test(arguments: [
    ("bond", 1), ("convertible", 1), ("securitisation", 1), ("term_loan", 1),
    ("private_placement", 1), ("equity", 0), ("lease", 0), ("risk_transfer", 0), ("unknown", 0),
  ])
  func `equity is never summed as debt`(instrument: String, isDebt: Int) throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try save(transaction, [], onTranche: true, keys: "p")
      try transaction.run("UPDATE tranche SET instrument = ?", [instrument])
      try Figures.rebuild(in: transaction)
    }
    #expect(try rows("SELECT is_debt FROM tranche_figure", in: connection) == ["\(isDebt)"])
  }

  private func save(
    _ transaction: borrowing Transaction, _ lenders: [String], onTranche: Bool, keys: String
  ) throws {
    try DealRepository().insert(Workbench.deal("d"), in: transaction)
    try TrancheRepository().insert(
      try Workbench.tranche("t", of: "d", "100 USD"), in: transaction)
    for (number, line) in lenders.enumerated() {
      let words = line.split(separator: " ").map(String.init)
      var part = try Workbench.participation(
        "\(keys)\(number)", party: words[0], role: words.count > 2 ? words[2] : "lender",
        words[1] == "-" ? "-" : "\(words[1]) USD")
      if onTranche { part.tranche = "t" } else { part.deal = "d" }
      try Repository<Participation>().insert(part, in: transaction)
    }
  }
}
