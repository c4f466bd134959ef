import Intake
import Ledger
import SQLite
import Tabular
import TestSupport

/// Random changes of a small ledger: by documents, and by SQL as another tool would write it.
struct RandomEdits {
  var random: SplitMix64
  private var number = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private mutating func below(_ least: Int, _ end: Int) -> Int {
    Int.random(in: least..<end, using: &random)
  }

  private mutating func real(_ least: Double, _ end: Double) -> Double {
    Double.random(in: least..<end, using: &random)
  }

  private mutating func chance(_ one: Int) -> Bool { below(0, one) == 0 }

  /// A document that adds records or changes what is there.
  mutating func document() -> String {
    switch below(0, 6) {
    case 0: return contract()
    case 1: return rate()
    case 2: return claim()
    case 3: return party()
    default: return deal()
    }
  }

  private mutating func source() -> String {
    let name = pick(["one", "two", "three"])
    let day = pick(["2025-03-01", "2025-09-10", "2026-01-15"])
    return """
      "sources": [{"title": "\(name)", "publisher": "Wire", "url": "https://e.com/\(name)/\(day)",
        "published_on": "\(day)", "grade": "\(pick(["P", "S", "A"]))"}]
      """
  }

  private mutating func deal() -> String {
    let key = "deal-\(below(0, 4))"
    let currency = pick(["USD", "EUR", "SEK"])
    let tranches = (0..<below(0, 3)).map { index in
      """
      {"key": "\(key)/\(index)", "name": "Tranche \(index)",
       "amount": \(below(1, 90))00000,
       "coupon_pct": \(real(1, 12)), "matures_on": "203\(index)"}
      """
    }
    let links =
      chance(3)
      ? #", "links": [{"link": "\#(pick(["part_of", "same_as", "replaces"]))", "to": "deal-base"}]"#
      : ""
    return """
      {"key": "\(key)", "name": "Deal \(key)", "kind": "\(pick(["bond", "term_loan"]))",
       "issuer": "\(pick(["Meta", "Oracle", "CoreWeave"]))", "currency": "\(currency)",
       "amount": \(below(50, 400))00000, "qualifier": "exact",
       "announced_on": "\(pick(["2025-06-02", "2025-10-06"]))",
       "closed_on": "2025-10-\(below(10, 28))",
       "evidence": "\(pick(["reported", "filed"]))",
       "binding": "\(pick(["definitive", "conditional"]))",
       "tranches": [\(tranches.joined(separator: ", "))],
       "participants": [
         {"party": "\(pick(["PIMCO", "JPMorgan", "Known Lender"]))", "role": "lender"}],
       \(source())\(links)}
      """
  }

  private mutating func contract() -> String {
    let key = "contract-\(below(0, 2))"
    return """
      {"key": "\(key)", "name": "Compute", "kind": "compute_purchase",
       "term_years": \(below(1, 9)),
       "signed_on": "2025-11-0\(below(3, 8))", "evidence": "filed",
       "binding": "definitive", "legs": [{"from": "Meta", "to": "CoreWeave", "what": "cash",
         "currency": "\(pick(["USD", "EUR"]))",
         "amount": \(below(1, 900))000000,
         "qualifier": "exact"}], \(source())}
      """
  }

  private mutating func rate() -> String {
    let currency = pick(["USD", "SEK"])
    return """
      {"rate": \(real(0.9, 12)), "currency": "\(currency)",
       "on": "2025-10-\(below(10, 28))", \(source())}
      """
  }

  private mutating func claim() -> String {
    """
    {"on": "deal-base/a", "attribute": "amount",
     "amount": \(below(1, 50))000000,
     "currency": "USD", "qualifier": "about", "original": "it\\"s \\n said", "language": "en",
     "stance": "alternative", \(source()), "source": 0}
    """
  }

  private mutating func party() -> String {
    """
    {"key": "known-lender", "name": "Known Lender",
     "parent": "\(pick(["Meta", "Oracle"]))",
     "party_kind": "\(pick(["bank", "asset_manager", "hyperscaler"]))"}
    """
  }

  /// Statements of another tool on any recorded table.
  mutating func statement(on table: String, columns: [(name: String, type: String)]) -> String {
    number += 1
    let row =
      "(SELECT id FROM \(table) ORDER BY (id * \(below(1, 97))) % 101 LIMIT 1)"
    switch below(0, 6) {
    case 0: return "DELETE FROM \(table) WHERE id = \(row)"
    case 1:
      let kept = columns.map(\.name).filter { !["id", "run_id", "key", "line_hash"].contains($0) }
      let hasKey = columns.contains { $0.name == "key" }
      let names = kept.joined(separator: ", ")
      return hasKey
        ? """
        INSERT INTO \(table) (key, \(names))
        SELECT 'copy-\(number)', \(names) FROM \(table) WHERE id = \(row)
        """
        : "INSERT INTO \(table) (\(names)) SELECT \(names) FROM \(table) WHERE id = \(row)"
    case 2: return "UPDATE \(table) SET id = id + 1000 WHERE id = \(row)"
    default:
      let column = pick(columns.filter { !["id", "run_id"].contains($0.name) })
      let value =
        switch column.type {
        case "REAL": pick(["0.1 + 0.2", "1.0 / 7", "3", "-1.0 / 3", "NULL"])
        case "INTEGER": pick(["8999999999999999", "1", "NULL", "0"])
        case "DATE": pick(["'2025-10-08'", "NULL"])
        default:
          pick([
            "'007'", "'it''s ' || char(10) || '\"x\\y\"'", "x'00ff'", "'a' || char(1)", "'é€😀'",
            "NULL",
          ])
        }
      return "UPDATE \(table) SET \(column.name) = \(value) WHERE id = \(row)"
    }
  }
}
