import Intake
import Ledger
import Reporting
import SQLite
import TestSupport
import Testing

/// `deals show` on records of the shipped ledger.
@Suite struct RecordScreenTests {
  private static func screen(
    _ key: String, width: Int? = 100, style: TerminalStyle = .plain
  ) throws -> String {
    try RecordScreen.text(of: key, width: width, style: style, in: ShippedLedger.reading())
  }

  private static let keys = [
    "coreweave", "nvidia", "oracle", "meta-2025-11", "oracle-vantage-2025/texas",
    "openai-orcl-2025", "googl-2025-05-eur", "xpert-digital-2025-11-10",
  ]

  @Test(arguments: keys)
  func `each number beside a value is one of the list, and each of the list stands beside one`(
    key: String
  ) throws {
    let parts = try Self.screen(key, width: nil).split(separator: "\nSources\n")
    let cited = parts[0].matches(of: /\[(\d+(?:, \d+)*)\]/).flatMap { match in
      match.1.split(separator: ", ").compactMap { Int($0) }
    }
    let listed = parts.count < 2 ? 0 : parts[1].matches(of: /(?m)^\[\d+\]/).count
    #expect(Set(cited).isSubset(of: Set(1...max(1, listed))))
    #expect(cited.max() ?? 0 <= listed && (listed == 0) == cited.isEmpty)
  }

  @Test(arguments: ["coreweave", "nvidia", "microsoft"])
  func `a long list tells how many more there are, and a command that has them`(
    key: String
  ) throws {
    let ledger = try ShippedLedger.reading()
    let screen = try Self.screen(key, width: nil)
    let rests = screen.matches(of: /\((\d+)\)\n(?:.+\n)+?… and (\d+) more: deals sql "(.+)"/)
    #expect(!rests.isEmpty)
    for rest in rests {
      let (all, more) = (Int(rest.1) ?? 0, Int(rest.2) ?? 0)
      #expect(more > 2 && more < all)
      // The command may tell more: each side of a contract, and statistics that filings repeat.
      #expect(try QueryRunner.run(String(rest.3), in: ledger).rows.count >= all)
    }
  }

  @Test(arguments: keys, [80, 120])
  func `keys are never cut, and facts fit the terminal`(key: String, width: Int) throws {
    let screen = try Self.screen(key, width: width)
    let facts = screen.split(separator: "\n\n").prefix(2).dropFirst().joined()
    #expect(facts.split(separator: "\n").allSatisfy { $0.count <= width })
    // Tables that begin with a key: the first word of each row is a whole one.
    for table in screen.split(separator: "\n\n") {
      let lines = table.split(separator: "\n").dropFirst()
      guard lines.first?.prefix(while: { $0 != " " }) == "deal" else { continue }
      for line in lines.dropFirst(2) where !line.hasPrefix("… and") {
        #expect(!line.prefix { $0 != " " }.hasSuffix("…"))
      }
    }
  }

  @Test func `only a terminal that asks for it is sent colours`() throws {
    let plain = try Self.screen("oracle-vantage-2025")
    #expect(!plain.contains("\u{1B}"))
    let bold = try Self.screen("oracle-vantage-2025", style: TerminalStyle(isOn: true))
    #expect(bold.hasPrefix("\u{1B}[1mTexas and Wisconsin data-centre loans\u{1B}[0m\n"))
    #expect(bold.replacing(/\u{1B}\[\d*m/, with: "") == plain)
  }

  @Test(arguments: [
    // A record, and what its screen says of it.
    ("googl-2025-05-eur", "EUR 6.75 bn, priced (USD 7.64 bn at the rate of 2025-05-06)"),
    ("meta-2025-11", "outstanding: filed, definitive, funding drawn"),
    ("article/morgan-stanley-gap", "Financing gap for AI infrastructure (contested)"),
    ("saline", "counted          no: "),
    ("coreweave", "as borrower  12 deals, USD 16.47 bn announced"),
    ("oracle-vantage-2025", "replaces  vantage-frontier-2025-08"),
    ("vantage-frontier-2025-08", "replaced by  oracle-vantage-2025"),
    ("oracle-vantage-2025/texas", "reference rate + 250 bps, floating"),
  ])
  func `what belongs together stands in a line`(key: String, words: String) throws {
    #expect(try Self.screen(key, width: 140).contains(words))
  }
}
