import Ledger
import SQLite
import TestSupport
import Testing

/// Whatever is done to claims in whatever order: on each attribute exactly one is followed, and the
/// record says what it says.
@Suite(.temporaryDirectory) struct ClaimSequenceTests {
  private static let values: [(subject: String, values: [String])] = [
    (
      "d/t1.amount",
      ["90 dollars", "about 95 dollars", "between 80 and 90 dollars", "up to 3 euros"]
    ),
    ("d/t1.coupon_pct", ["5", "6.25", "7"]), ("d/t1.matures_on", ["2030", "2031-06", "2032-Q4"]),
    ("d.issuer", ["Meta", "JPMorgan", "PIMCO"]), ("d.priced_on", ["2025-11-03", "2025-12"]),
    ("d.binding", ["definitive", "conditional"]), ("d.amount", ["100 dollars", "150 dollars"]),
    ("s.value", ["75", "80", "70 to 90"]), ("d.tranche_count", ["6", "7"]),
  ]

  @Test(arguments: UInt64(0)..<5)
  func `one is followed, and the record says it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var connection = try ClaimBookTests.ledger()
    for step in 0..<40 {
      let done = try Self.step(&random, &connection)
      #expect(try ClaimBookTests.findings(connection) == [], "seed \(seed), step \(step): \(done)")
      let counts = try rows(
        """
        SELECT attribute FROM claim WHERE stance <> 'supports'
        GROUP BY record_table, record_id, attribute HAVING SUM(stance = 'preferred') <> 1
        """, in: connection)
      #expect(counts == [], "seed \(seed), step \(step): \(done)")
    }
    let runs = try connection.value(
      "SELECT COUNT(*) FROM import_run WHERE kind = 'claim'", as: Int.self)
    #expect(runs ?? 0 >= 8, "seed \(seed)")
  }

  /// Does one thing, or is refused.
  private static func step(
    _ random: inout SplitMix64, _ connection: inout Connection
  ) throws -> String {
    let (subject, values) = Self.values[random.below(Self.values.count)]
    let claims = try rows(
      "SELECT key FROM claim WHERE attribute <> 'record' ORDER BY id", in: connection)
    let claim = claims.isEmpty ? "none" : claims[random.below(claims.count)]
    let reason = random.below(2) == 0 ? nil : "reason \(random.below(9))"
    do {
      switch random.below(8) {
      case 0, 1:
        let stance = ["alternative", "preferred", "rejected", "supports"][random.below(4)]
        let value = values[random.below(values.count)]
        let source = ["paper", "filing", "undated"][random.below(3)]
        try ClaimBookTests.add(
          subject, value, stance: stance, because: reason, source: source, &connection)
        return "add \(stance) \(subject) \(value)"
      case 2, 3, 4:
        let outcome = try ClaimBook.run("test", into: &connection) {
          try $0.prefer(claim, because: reason, in: $1)
        }
        return "prefer \(claim): \(outcome.words)"
      case 5, 6:
        _ = try ClaimBook.run("test", into: &connection) {
          try $0.reject(claim, because: reason ?? "wrong", in: $1)
        }
        return "reject \(claim)"
      default:
        return try edit(&random, &connection)
      }
    } catch let refused as ClaimRefused {
      return "refused: \(refused)"
    } catch let error as LedgerError {
      return "refused: \(error)"
    }
  }

  /// Edits as another tool would, and adopts the edit where claims are on it.
  private static func edit(
    _ random: inout SplitMix64, _ connection: inout Connection
  ) throws -> String {
    let edits = [
      ("d/t1.amount", "UPDATE tranche SET amount_minor = 100 WHERE qualifier = 'exact'"),
      ("d/t1.coupon_pct", "UPDATE tranche SET coupon_pct = 9"),
      ("s.value", "UPDATE observation SET value = 60 WHERE qualifier <> 'range'"),
    ]
    let (subject, sql) = edits[random.below(edits.count)]
    let named = try ClaimBookTests.subject(subject, in: connection)
    let column = named.attribute
    let isClaimed = try rows(
      "SELECT 1 FROM claim WHERE attribute = '\(column)' AND stance = 'preferred' LIMIT 1",
      in: connection)
    guard !isClaimed.isEmpty, subject != "d/t1.amount" || column == "amount" else {
      return "no edit"
    }
    guard try !ClaimBook.claims(on: named, in: connection).isEmpty else { return "no edit" }
    try connection.transaction { try $0.execute(sql) }
    _ = try ClaimBook.run("test", into: &connection) {
      try $0.adopt(named, source: "paper", because: nil, in: $1)
    }
    return "edit and adopt \(subject)"
  }
}

extension SplitMix64 {
  /// A number from 0 up to, and without, a bound.
  fileprivate mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
