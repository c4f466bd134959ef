import Finance
import Ledger
import SQLite
import TestSupport
import Testing

/// Saving brings what is stored up to what a record says, and leaves the rest.
@Suite(.temporaryDirectory) struct MergeTests {
  @Test func `the first save adds, the same one again does nothing, another changes`() throws {
    try trying { transaction in
      let tranches = TrancheRepository()
      var tranche = try Workbench.tranche("t", of: "d", "100 USD")
      #expect(try tranches.save(tranche, in: transaction) == .added)
      #expect(try tranches.save(tranche, in: transaction) == .same)
      tranche.couponPercent = 4.875
      #expect(try tranches.save(tranche, in: transaction) == .changed)
      #expect(try tranches.save(tranche, in: transaction) == .same)
    }
  }

  @Test func `what is not said stays`() throws {
    try trying { transaction in
      let tranches = TrancheRepository()
      var tranche = try Workbench.tranche("t", of: "d", "100 USD")
      tranche.couponPercent = 4.875
      tranche.matures = try Workbench.days("2030-11")
      _ = try tranches.save(tranche, in: transaction)

      var later = Tranche(key: "t")
      (later.deal, later.name, later.instrument) = ("d", "renamed", "bond")
      later.secured = true
      #expect(try tranches.save(later, in: transaction) == .changed)

      let stored = try #require(try tranches.find("t", in: transaction))
      #expect(stored.name == "renamed")
      #expect(stored.secured == true)
      #expect(stored.couponPercent == 4.875)
      #expect(stored.matures == tranche.matures)
      #expect(Workbench.words(stored.amount) == "100 USD")
      #expect(stored.origin == tranche.origin)
    }
  }

  /// Stored, then said; what is stored afterwards, and when only filling.
  @Test(arguments: [
    ("100 USD", "27-29 USD", "27-29 USD", "100 USD"),
    ("27-29 USD", "100 EUR", "100 EUR", "27-29 USD"),
    ("27-29 USD", "-", "-", "27-29 USD"),
    ("about 5 USD", "5 USD", "5 USD", "about 5 USD"),
    ("5 USD", "5 USD", "5 USD", "5 USD"),
  ])
  func `an amount is replaced as a whole, or kept as a whole`(
    stored: String, said: String, merged: String, filled: String
  ) throws {
    for (fillingOnly, expected) in [(false, merged), (true, filled)] {
      try trying { transaction in
        let tranches = TrancheRepository()
        _ = try tranches.save(try Workbench.tranche("t", of: "d", stored), in: transaction)
        _ = try tranches.save(
          try Workbench.tranche("t", of: "d", said), fillingOnly: fillingOnly, in: transaction)
        let found = try #require(try tranches.find("t", in: transaction))
        #expect(Workbench.words(found.amount) == expected, "filling only: \(fillingOnly)")
      }
    }
  }

  @Test func `a day and its end are replaced together`() throws {
    try trying { transaction in
      let tranches = TrancheRepository()
      var tranche = try Workbench.tranche("t", of: "d")
      tranche.matures = try Workbench.days("2030")
      _ = try tranches.save(tranche, in: transaction)
      tranche.matures = try Workbench.days("2030-11-15")
      _ = try tranches.save(tranche, in: transaction)
      let stored = try #require(try tranches.find("t", in: transaction))
      #expect(stored.matures == tranche.matures)
    }
  }

  @Test func `only filling adds what is missing and changes nothing that is there`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      var source = Source(key: "filing")
      (source.title, source.publisher, source.language) = ("Another title", "Someone", "en")
      let sources = SourceRepository()
      #expect(try sources.save(source, fillingOnly: true, in: transaction) == .changed)
      #expect(try sources.save(source, fillingOnly: true, in: transaction) == .same)
      let stored = try #require(try sources.find("filing", in: transaction))
      #expect(stored.title == "Form 8-K")
      #expect(stored.publisher == "SEC")
      #expect(stored.language == "en")
    }
  }

  @Test(arguments: UInt64(0)..<24) func `a record that is written is read back`(seed: UInt64) throws
  {
    var random = SplitMix64(seed: seed)
    var tranche = try Workbench.tranche("t", of: "d", Self.amount(&random))
    tranche.isRemainder = false
    (tranche.counted, tranche.countedIsDerived) = (true, false)
    tranche.amount.measureIsDerived = .random(using: &random)
    tranche.name = Self.text(&random) ?? "name"
    tranche.notes = Self.text(&random)
    tranche.secured = Bool.random(using: &random) ? .random(using: &random) : nil
    tranche.couponPercent = Bool.random(using: &random) ? .random(in: 0...20, using: &random) : nil
    tranche.rateType = ["fixed", "floating", "zero", "unknown"].randomElement(using: &random)
    let year = Int.random(in: 1900...2100, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    tranche.matures = try Workbench.days(month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)")
    tranche.origin.locator = Self.text(&random)
    let written = tranche
    try trying { transaction throws in
      let tranches = TrancheRepository()
      #expect(try tranches.save(written, in: transaction) == .added)
      #expect(try tranches.find("t", in: transaction) == written)
      #expect(try tranches.save(written, in: transaction) == .same)
    }
  }

  private static func amount(_ random: inout SplitMix64) -> String {
    let number = Int64.random(in: 0...90_000_000_000_000, using: &random)
    let currency = ["USD", "EUR", "SEK"].randomElement(using: &random) ?? "USD"
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "-"
    case 1: return "\(number)-\(number + 1) \(currency)"
    case 2: return "at_least \(number) \(currency)"
    default: return "\(number) \(currency)"
    }
  }

  private static func text(_ random: inout SplitMix64) -> String? {
    ["a", "Å ä ö", "it's \"quoted\"", "line\nline", "日本", "%_;--", nil].randomElement(
      using: &random)
      ?? nil
  }

  private func trying(_ body: (borrowing Transaction) throws -> Void) throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try DealRepository().insert(Workbench.deal("d"), in: transaction)
      try body(transaction)
    }
  }
}
