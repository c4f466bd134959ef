import TestSupport

/// A random sheet of deals that no rule refuses: the same for the same seed.
struct SheetSample {
  /// The sheet.
  let text: String

  /// A sheet of so many lines, or a few more, until the last deal is whole.
  ///
  /// - Parameter isShuffled: whether the lines of a deal stand anywhere, instead of together.
  init(seed: UInt64, lines count: Int, isShuffled: Bool = false) {
    var random = SplitMix64(seed: seed)
    var lines: [String] = []
    var number = 0
    while lines.count < count {
      number += 1
      lines += Self.deal("s\(seed)-\(number)", &random)
    }
    if isShuffled { lines.shuffle(using: &random) }
    text = ([Self.header] + lines).map { $0 + "\n" }.joined()
  }

  private static let header = """
    deal_id;issuer;issuer_country;announced_on;priced_on;signed_on;closed_on;status;evidence;\
    binding;funding;balance_sheet;source_title;source_url;source_date;tranche;instrument;market;\
    private_label;currency;amount;coupon_pct;spread_bps;benchmark;floor_pct;issue_price_pct;\
    maturity_on;sp_rating;moodys_rating;fitch_rating;dbrs_rating;lender;role;commitment_amount;\
    share_pct
    """

  private static let issuers = [
    "Meta", "Oracle", "CoreWeave", "Microsoft", "Nvidia", "SoftBank", "Alphabet", "Alder Kraft",
    "Björk Grid 17", "日本計算", "undisclosed borrower",
  ]
  private static let lenders = [
    "", "Apollo", "JPMorgan", "Blue Owl", "Morgan Stanley", "Citi", "PIMCO", "undisclosed lender",
    "Östra Fonden 4", "Private Lender 12",
  ]

  /// The lines of a deal.
  private static func deal(_ key: String, _ random: inout SplitMix64) -> [String] {
    let start = Int.random(in: 0..<1000, using: &random)
    var days: [String] = []
    for step in 0..<4 {
      let day = start + step * 40 + Int.random(in: 0..<9, using: &random)
      days.append(pick(["", "", day.asDay, day.asDay, String(day.asDay.prefix(7))], &random))
    }
    let deal =
      [key, pick(issuers, &random), pick(["", "US", "se"], &random)] + days + [
        pick(["", "closed", "priced", "announced", "rumoured", "withdrawn", "lapsed"], &random),
        pick(["", "", "filed", "rumoured"], &random),
        pick(["", "", "definitive", "terminated"], &random),
        pick(["", "", "drawn", "repaid", "partly drawn"], &random),
        pick(["", "on", "off"], &random),
      ] + source(&random)
    return (0..<Int.random(in: 1...3, using: &random)).flatMap { number in
      tranche(["A", "B", "C"][number], start, &random).map { (deal + $0).joined(separator: ";") }
    }
  }

  private static func source(_ random: inout SplitMix64) -> [String] {
    let number = Int.random(in: 0..<20, using: &random)
    return pick(
      [
        ["", "", ""], ["Round-up \(number)", "", ""],
        ["News", "https://news.example.com/\(number)", (number * 50).asDay],
      ], &random)
  }

  private static func tranche(
    _ name: String, _ start: Int, _ random: inout SplitMix64
  ) -> [[String]] {
    let currency = pick(["USD", "USD", "EUR", "GBP", "JPY", "SEK", "SAR"], &random)
    let notch = Int.random(in: 0..<8, using: &random)
    let tranche = [
      name,
      pick(
        ["bond", "bond", "term loan", "convertible", "ABS", "revolver", "lease", "equity"],
        &random),
      pick(["", "private", "public", "private_credit", "rule_144a", "other"], &random),
      pick(["", "", "yes", "no"], &random), currency, pick(["", amount(&random)], &random),
      pick(["", "6,75", "5.125"], &random), pick(["", "250"], &random),
      pick(["", "SOFR", "UST"], &random), pick(["", "0,5"], &random), pick(["", "99,25"], &random),
      pick(["", "2045", (start + 9000).asDay], &random),
      pick(["", "NR", ["A", "A-", "BBB+", "BBB", "BBB-", "BB+", "BB", "CCC"][notch]], &random),
      pick(
        ["", "NR", ["A2", "A3", "Baa1", "Baa2", "Baa3", "Ba1", "Ba2", "Caa2"][notch]], &random),
      pick(["", "", "BB-", "BBB- (sf)"], &random), pick(["", "", "", "BBB (low)"], &random),
    ]
    let names = lenders.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
    return names.map { lender in
      let role = pick(["", "lender", "arranger", "anchor investor", "holder"], &random)
      let isNamed = !lender.isEmpty
      return tranche + [
        lender, isNamed ? role : "", isNamed ? pick(["", amount(&random)], &random) : "",
        isNamed ? pick(["", "12,5", "100"], &random) : "",
      ]
    }
  }

  private static func amount(_ random: inout SplitMix64) -> String {
    let millions = Int.random(in: 1..<900, using: &random)
    return pick(
      ["\(millions)000000", "\(millions) 500 000,25", "\(millions)\u{A0}000\u{A0}001"], &random)
  }

  private static func pick<Choice>(_ choices: [Choice], _ random: inout SplitMix64) -> Choice {
    choices[Int.random(in: choices.indices, using: &random)]
  }
}

extension Int {
  /// A day of 2023 to 2050 by its number, where every month has 28.
  fileprivate var asDay: String {
    let year = 2023 + self / 336
    let month = self % 336 / 28 + 1
    let day = self % 28 + 1
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
