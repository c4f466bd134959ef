/// The parts and values of random documents.
extension DocumentSample {
  // MARK: Parts

  mutating func nestedRating() -> String {
    "{\"agency\": \(pick("S&P", "Moody's & Fitch")), \"grade\": \(grade()), \"date\": \(day())}"
  }

  mutating func nestedEvent() -> String {
    """
    {"event": \(pick("drawn", "balance")), "on": \(day()), "amount": 5, "currency": "USD"}
    """
  }

  mutating func nestedTerm() -> String {
    """
    {"kind": \(pick("call", "covenant")), "starts": \(day()), "amount": 25, "currency": "EUR"}
    """
  }

  mutating func nestedMilestone() -> String {
    "{\"kind\": \"capacity\", \"quantity\": \(below(9)), \"unit\": \"GW\", \"due\": \(day())}"
  }

  mutating func nestedClaim(of attribute: String = "amount") -> String {
    """
    {"attribute": "\(attribute)", "amount": \(below(99)), "currency": "USD", "stance": \
    "alternative", "original": "about \(below(9))", "source": 0}
    """
  }

  // MARK: Values

  mutating func amount(currency: Bool = true) -> [String] {
    let money = currency ? ", \"currency\": \(pick("USD", "EUR", "JPY"))" : ""
    return [
      pick([
        "\"amount\": \(below(9000))\(money)", "\"amount\": 12, \"amount_high\": 20\(money)",
        "\"amount_low\": 5, \"amount_high\": \(5 + below(9))\(money)",
        "\"amount\": 70, \"qualifier\": \"up_to\"\(money)",
        "\"amount\": 70, \"measure\": \"drawn\"\(money)",
      ])
    ]
  }

  mutating func name() -> String {
    pick(
      "Meta", "CoreWeave", "OpenAI", "JPMorgan", "Party number 1", "Björk & Co", "undisclosed fund",
      "Private Lender \(below(4))")
  }

  mutating func role() -> String { pick("lender", "agent", "holder", "arranger") }

  mutating func grade() -> String { pick("BBB-", "BB+", "A", "NR") }

  mutating func day() -> String {
    pick("2025-03-0\(1 + below(9))", "2025-10", "2026", "2025-Q4", "2025-01-03/2025-02-17")
  }

  /// The members that must be there, some of the others, and a source.
  mutating func object(
    _ required: [String], _ optional: [String], _ last: [String] = []
  ) -> String {
    let some = optional.filter { _ in below(3) == 0 }
    let isInside = required.contains { $0.hasPrefix("\"party\": ") || $0.hasPrefix("\"from\": ") }
    let isTold = required.contains { member in
      ["party_kind", "agency", "treatment", "link", "key\": \"deal"].contains {
        member.hasPrefix("\"\($0)")
      }
    }
    let isTranche = required.contains { $0.hasPrefix("\"name\": \"Tranche") }
    let hasSources = !isTranche && (!isInside || isTold)
    let sources = hasSources ? ["\"sources\": [\(source())]"] : []
    return "{" + (required + some + last + sources).joined(separator: ", ") + "}"
  }

  mutating func source() -> String {
    pick([
      "\"paper\"", "\"paper\", {\"title\": \"Second\", \"publisher\": \"Wire\"}",
      "{\"title\": \"News \(below(5))\", \"publisher\": \"Wire\", \"published_on\": \"2025-09\"}",
    ])
  }

  mutating func below(_ end: Int) -> Int { Int.random(in: 0..<end, using: &random) }

  mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

  mutating func pick(_ words: String...) -> String { "\"\(words[below(words.count)])\"" }
}
