extension RateBenchmark {
  /// The benchmark that a phrase in small letters names; `nil` when it names none.
  static func named(_ phrase: String) -> RateBenchmark? {
    names[phrase]
  }

  /// The benchmark of a short form that stands right before a plus, as in `T+140`.
  ///
  /// `S` is SOFR in loans of US dollars, where no currency is said too; the loans of other
  /// currencies write it for their own rate.
  static func abbreviated(_ letters: String, currency: Currency?) -> [RateBenchmark] {
    switch letters {
    case "S":
      switch currency?.code {
      case nil, "USD": [.sofr]
      case "GBP": [.sonia]
      case "SEK": [.stibor]
      default: [.sofr, .sonia, .stibor]
      }
    case "T", "UST": [.treasury]
    case "E": [.euribor]
    case "L": [.libor]
    case "MS": [.midSwap]
    case "G", "UKT": [.gilt]
    case "DBR": [.bund]
    default: []
    }
  }

  /// The most words that a name has.
  static let longestName = 4

  private static let names: [String: RateBenchmark] = {
    let rows: [(RateBenchmark, String)] = [
      (.sofr, "sofr|secured overnight financing rate"),
      (.euribor, "euribor"),
      (.estr, "estr|€ str|ester|euro short term rate"),
      (.sonia, "sonia"), (.stibor, "stibor"), (.nibor, "nibor"), (.cibor, "cibor"),
      (.tona, "tona"), (.tibor, "tibor"), (.saron, "saron"), (.corra, "corra"),
      (.hibor, "hibor"), (.bbsw, "bbsw"), (.libor, "libor"),
      (
        .fedFunds,
        "fed funds|federal funds|fed funds rate|federal funds rate|fed funds upper limit|"
          + "fed funds target"
      ),
      (.prime, "prime|prime rate|us prime|us prime rate"),
      (
        .treasury,
        "treasury|treasuries|us treasury|us treasuries|treasurys|us treasurys|ust|"
          + "amerikanska statsobligationer|us staatsanleihen"
      ),
      (.midSwap, "mid swap|mid swaps|midswap|midswaps|swapmitte"),
      (.bund, "bund|bunds"), (.gilt, "gilt|gilts"),
      (
        .referenceRate,
        "benchmark|reference rate|reference rates|base rate|the benchmark|referensräntan|"
          + "referensränta|referensräntorna|basräntan|referenzzins|referenzzinsen|"
          + "referenzzinssatz"
      ),
    ]
    var names: [String: RateBenchmark] = [:]
    for (benchmark, row) in rows {
      for name in row.split(separator: "|") { names[String(name)] = benchmark }
    }
    return names
  }()
}
