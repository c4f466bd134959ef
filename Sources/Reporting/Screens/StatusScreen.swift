internal import Ledger
public import SQLite
internal import Tabular

/// The figures that matter on one screen, all from saved queries, and what to try next.
public enum StatusScreen {
  /// - Parameters:
  ///   - ledger: the file's path, as it was named.
  ///   - asOf: the day asked about, `YYYY-MM-DD`; nil for today.
  public static func text(
    ledger: String, asOf: String?, width: Int?, in connection: borrowing Connection
  ) throws -> String {
    let values = asOf.map { ["as_of": $0] } ?? [:]
    var text = try heading(ledger, asOf: asOf, in: connection)
    text += section(
      "Counted once, in US dollars",
      try debt(values, in: connection) + [
        try junkBonds(values, in: connection), try circularPairs(values, in: connection),
        try contradictions(values, in: connection),
      ], width: width)
    text += section(
      "As the founding article has it", try foundingFigures(in: connection), width: width)
    text += try additions(in: connection)
    return text + "\n" + next
  }

  private static let next = """
    Next
      deals query                       the saved questions, by name
      deals query circular-pairs        who funds the customers that buy from them
      deals show oracle-vantage-2025    all that is known of one deal
      deals trace article/meta-private-2025.amount
                                        who says so, in which words
      deals sql "SELECT * FROM deals"   or open the file in any SQLite tool

    """

  private static func heading(
    _ ledger: String, asOf: String?, in connection: borrowing Connection
  ) throws -> String {
    let size = try LedgerSize(connection)
    let today = try LedgerClock.today(in: connection)
    return """
      Deal Ledger · \(TerminalText.neutralised(ledger)) · as of \(asOf ?? today)
      \(size.deals) deals (\(size.counted) counted), \(size.tranches) tranches, \
      \(size.contracts) contracts, \(size.statistics) statistics, \(size.claims) claims, \
      \(size.sources) sources
      \(try state(in: connection))
      """
  }

  /// Which state of the ledger this is, and what another tool did to it.
  private static func state(in connection: borrowing Connection) throws -> String {
    let journal =
      try connection.journalMode == .wal
      ? "The file is in WAL mode; `deals check journal` says what that means.\n" : ""
    guard let hash = try LedgerHash.current(in: connection) else { return journal }
    let edits = try OutsideEdits(in: connection)
    return "ledger \(hash.short)\n" + journal
      + (edits.isEmpty
        ? ""
        : "With another tool, since the last run: \(edits.rowsAdded) rows added, "
          + "\(edits.rowsChanged) changed or deleted.\n"
          + "The next command that writes records them, and derives anew what follows.\n")
  }

  /// A figure and its words.
  private typealias Line = (figure: String, words: String)

  private static func section(_ title: String, _ lines: [Line], width: Int?) -> String {
    guard !lines.isEmpty else { return "" }
    let figures = lines.map { DisplayWidth.of($0.figure) }.max() ?? 0
    let room = max(30, (width ?? 100) - figures - 4)
    var text = "\n\(title)\n"
    for line in lines {
      var figure = line.figure
      for words in TextWrap.lines(TerminalText.neutralised(line.words), width: room) {
        let padding = String(repeating: " ", count: figures - DisplayWidth.of(figure) + 2)
        text += "  \(figure)\(padding)\(words)\n"
        figure = ""
      }
    }
    return text
  }

  private static func run(
    _ name: String, _ values: [String: String] = [:], in connection: borrowing Connection
  ) throws -> ResultSet {
    try QueryRunner.run(
      try SavedQueries.trusted(name, in: connection), values: values, in: connection)
  }

  /// All debt by stage, and how much of what is announced is private credit, asked three ways.
  private static func debt(
    _ values: [String: String], in connection: borrowing Connection
  ) throws -> [Line] {
    let rows = try run("private-credit-total", values, in: connection).byName
    let byLender = rows.filter {
      $0.text("definition") == "by_lender" && $0.text("is_private") != "undivided"
    }
    let stages = ["announced", "binding", "funded"].map { stage in
      "\(range(byLender, stage)) \(stage)"
    }
    let definitions = ["by_lender", "by_market", "as_labelled"].map { definition in
      let yes = rows.filter {
        $0.text("definition") == definition && $0.text("is_private") == "yes"
      }
      return "\(range(yes, "announced")) \(definition.words)"
    }
    return [
      ("Debt", stages.joined(separator: ", ")),
      ("… of it private credit", definitions.joined(separator: ", ")),
    ]
  }

  private static func junkBonds(
    _ values: [String: String], in connection: borrowing Connection
  ) throws -> Line {
    let rows = try run("junk-bond-share", values, in: connection).byName
    guard let junk = rows.first(where: { $0.text("bucket") == "high_yield" }),
      let unrated = rows.first(where: { $0.text("bucket") == "unrated" })
    else { return ("Junk among rated bonds", "none") }
    let rated = rows.filter { $0.text("bucket") != "unrated" }
    let share = junk.number("share_of_rated_low_pct").map {
      "\(HumanNumber.fixed($0, decimals: 1)) %: \(range([junk], "face")) of "
        + range(rated, "face")
    }
    return (
      "Junk among rated bonds",
      "\(share ?? junk.text("remark")); another \(range([unrated], "face")) unrated"
    )
  }

  private static func circularPairs(
    _ values: [String: String], in connection: borrowing Connection
  ) throws -> Line {
    let rows = try run("circular-pairs", values, in: connection).byName
    let names = rows.map { "\($0.text("gives_capital"))–\($0.text("buys"))" }
    return (
      "Circular pairs",
      names.isEmpty ? "none" : "\(rows.count): \(names.joined(separator: ", "))"
    )
  }

  private static func contradictions(
    _ values: [String: String], in connection: borrowing Connection
  ) throws -> Line {
    let rows = try run("contradictions", values, in: connection).byName
    let open = rows.filter { $0.number("is_resolved") == 0 }.count
    let resting = try connection.first(
      """
      SELECT COUNT(DISTINCT CASE record_kind WHEN 'tranche' THEN record_id END),
        COUNT(DISTINCT CASE record_kind WHEN 'contract_leg' THEN record_id END) FROM contested
      """
    ) { row in
      let (tranches, legs) = (try row(0, as: Int.self), try row(1, as: Int.self))
      return "\(tranches) tranche\(tranches == 1 ? "" : "s") and "
        + "\(legs) contract leg\(legs == 1 ? "" : "s")"
    }
    return (
      "Contradictions",
      "\(open) unresolved, \(rows.count - open) resolved; "
        + "\(resting ?? "nothing") rest on an unresolved one"
    )
  }

  /// One line a subject: what is followed, then what else the article says.
  private static func foundingFigures(in connection: borrowing Connection) throws -> [Line] {
    var lines: [Line] = []
    for row in try run("founding-figures", in: connection).byName {
      let words = "\(row.text("statement")) “\(row.text("original"))”"
      let subject = row.text("subject")
      switch row.text("stance") {
      case "preferred": lines.append((subject, words))
      case "rejected":
        lines.append(("", "not \(words)"))
        lines.append(("", "because \(row.text("because"))"))
      // The same figure said again adds nothing here.
      default:
        if lines.last?.words.hasPrefix(row.text("statement")) != true {
          lines.append(("", "and \(words)"))
        }
      }
    }
    return lines
  }

  private static func additions(in connection: borrowing Connection) throws -> String {
    let added = try LedgerObjects.additions(in: connection)
    return added.isEmpty ? "" : "\nYours in this file: \(added.joined(separator: ", "))\n"
  }

  /// The sum over rows: "23.25 bn", or "23.25 to 25.00 bn" where its ends differ.
  private static func range(_ rows: [ResultRow], _ stem: String) -> String {
    let low = HumanNumber.billions(rows.reduce(0) { $0 + ($1.number(stem + "_low") ?? 0) })
    let high = HumanNumber.billions(rows.reduce(0) { $0 + ($1.number(stem + "_high") ?? 0) })
    return low == high ? "\(low) bn" : "\(low) to \(high) bn"
  }
}
