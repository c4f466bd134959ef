import TestSupport
import Testing

/// The laws of rules hold for tables and rules made of pieces at random.
@Suite struct RulesLawTests {
  private static let pieces = [
    "fields:", "\n", "  ", "issuer: a", "instrument: b", "amount: ", "{column: c}", "[", "]", "{",
    "}", ": ", ",", "header_line: 2", "none", "skip: {column: a, empty: true}", "unit: USD m",
    "dates: day-first", "decimal: ','", "\"", "'", "#1", "to: holding", "delimiter: ';'", "a*",
  ]
  private static let cells = [
    "a", "b", "c", ",", ",", ";", "\n", "\n", "\"", "\"\"", "1.234", "1,5", "EUR 5", "3/4/2026",
    "\r\n",
    "\u{A0}", "n/a", "6%", "(5)", "5–6", "\t", "x y",
  ]

  @Test(arguments: 0..<8) func `random rules and tables break no law`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<150 {
      let isSound = Bool.random(using: &random)
      let rules =
        isSound
        ? "fields: {issuer: a, instrument: '#2', amount: {columns: [b, '#1']}}\n"
        : Self.some(Self.pieces, &random)
      let table = (isSound ? "a,b\n" : "") + Self.some(Self.cells, &random)
      let broken = RulesLaws.broken(by: Array(rules.utf8) + [0] + Array(table.utf8))
      #expect(broken == [], "\(rules)\u{0}\(table)")
    }
  }

  private static func some(_ pieces: [String], _ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 1...30, using: &random)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &random)]
    }.joined()
  }
}
