/// A figure of the page's first screen.
struct KeyFigure {
  let label: String
  let figure: ReportFigure
  /// What belongs to it.
  let note: ReportText
  /// The answer it is of.
  let answer: ReportAnswer
  /// Which rows are added up, where it is not all of them.
  var rows = ""
  /// The other answer that its note is of.
  var other: ReportAnswer?
  /// The part of the page that tells more.
  let part: ReportPart
}

/// The dozen figures that matter.
enum KeyFigures {
  static let questions = [
    debt, junk, offBalance, ReportPart.payerQuestion, ReportPart.customerQuestion,
    ReportPart.indexQuestion, ReportPart.maturityQuestion, cost, ReportPart.headlineQuestion,
    origins, ReportPart.contradictionQuestion,
  ]

  private static let debt = ReportQuestion("private-credit-total")
  private static let junk = ReportQuestion("junk-bond-share")
  private static let offBalance = ReportQuestion("off-balance-sheet-debt")
  private static let cost = ReportQuestion("weighted-cost")
  private static let origins = ReportQuestion("single-source-facts")

  static func all(_ answers: ReportAnswers) -> [KeyFigure] {
    borrowed(answers) + risks(answers) + [owed(answers), price(answers)] + evidence(answers)
  }

  private static func borrowed(_ answers: ReportAnswers) -> [KeyFigure] {
    let (debt, headlines) = (answers[debt], answers[ReportPart.headlineQuestion])
    let everything: [ReportCell.Filter] = [
      ("definition", ["by_lender"]), ("is_private", ["yes", "no", "unknown"]),
    ]
    func stage(_ name: String) -> ReportFigure {
      debt.money("\(name)", where: everything)
    }
    func asked(_ definition: String) -> ReportFigure {
      let filters = [("definition", [definition]), ("is_private", ["yes"])]
      return debt.money("announced", where: filters)
    }
    func sum(_ column: String) -> ReportFigure {
      ReportFigure(ReportCell(headlines, column), .money(headlines.currency))
    }
    let allDebt = "The rows by_lender with yes, no and unknown: what is undivided may be equity."
    return [
      KeyFigure(
        label: "Debt announced, counted once", figure: stage("announced"),
        note: "\(stage("binding")) of it binding", answer: debt, rows: allDebt, part: .issuance),
      KeyFigure(
        label: "Debt known to be paid out", figure: stage("funded"),
        note: "of all deals, equity too: \(sum("funded")) of \(sum("announced"))",
        answer: debt, rows: allDebt, other: headlines, part: .headlines),
      KeyFigure(
        label: "Private credit, by who lends", figure: asked("by_lender"),
        note: "\(asked("by_market")) by market, \(asked("as_labelled")) as sources call it",
        answer: debt, part: .privateCredit),
    ]
  }

  private static func risks(_ answers: ReportAnswers) -> [KeyFigure] {
    let (junk, off) = (answers[junk], answers[offBalance])
    let (payers, customers) = (
      answers[ReportPart.payerQuestion], answers[ReportPart.customerQuestion]
    )
    let index = answers[ReportPart.indexQuestion]
    let unrated = junk.money("face", where: [("bucket", ["unrated"])])
    let payer = payers.rows.first?.text("payer") ?? "nobody"
    let ofPayer = [("payer", [payer])]
    let largest = customers.rows.max {
      ($0.number("share_of_backlog_low_pct") ?? 0) < ($1.number("share_of_backlog_low_pct") ?? 0)
    }
    let ofCustomer = [
      ("supplier", [largest?.text("supplier") ?? ""]),
      ("customer", [largest?.text("customer") ?? ""]),
    ]
    let all = [("of_what", ["all"])]
    let unsaid = off.money("announced", where: [("treatment", ["unknown"])])
    return [
      KeyFigure(
        label: "Junk among rated bonds",
        figure: junk.share("share_of_rated", where: [("bucket", ["high_yield"])]),
        note: "another \(unrated) of bonds have no rating on record", answer: junk, part: .spreads),
      KeyFigure(
        label: "Debt kept off the balance sheet",
        figure: off.money("announced", where: [("treatment", ReportPart.offTheBooks)]),
        note: "of vehicles for others; of another \(unsaid) nobody says in whose books it is",
        answer: off, rows: "The rows whose treatment a source tells.",
        part: .offBalanceSheet),
      KeyFigure(
        label: "Debt that depends on \(payer)",
        figure: payers.money("debt", where: ofPayer),
        note: """
          \(ReportFigure(
            ReportCell(payers, "through_others_low", where: ofPayer), .money(payers.currency))) \
          of it borrowed by others
          """, answer: payers, part: .payers),
      KeyFigure(
        label: "The largest customer of a backlog",
        figure: customers.share("share_of_backlog", where: ofCustomer),
        note: ReportText(
          largest.map { "\($0.text("customer"))’s part of \($0.text("supplier"))’s" }
            ?? "nothing on record"), answer: customers, part: .payers),
      KeyFigure(
        label: "Flows that can come back round",
        figure: index.share("index", where: all),
        note: """
          of \(ReportFigure(ReportCell(index, "flows", where: all), .money("USD"))) of capital and \
          purchases with an amount
          """, answer: index, part: .circularity),
    ]
  }

  private static func owed(_ answers: ReportAnswers) -> KeyFigure {
    let answer = answers[ReportPart.maturityQuestion]
    let years = answer.rows.map { $0.text("falls_due") }.filter { Int($0) != nil }.prefix(3)
    let filters = [("falls_due", Array(years))]
    let open = answer.money(
      "due", where: [("falls_due", ["no date", "in instalments", "several periods"])])
    return KeyFigure(
      label: years.isEmpty
        ? "Falls due in the next years"
        : "Falls due in \(years.first ?? "") to \(years.last ?? "")",
      figure: answer.money("due", where: filters),
      note: "outstanding debt; for \(open) no single day is on record", answer: answer,
      part: .maturities)
  }

  private static func price(_ answers: ReportAnswers) -> KeyFigure {
    let answer = answers[cost]
    let all = [("group_of", ["all"])]
    return KeyFigure(
      label: "What the debt costs",
      figure: answer.share("cost", where: all),
      note: """
        a year, weighted; for \
        \(ReportFigure(ReportCell(answer, "unknown_share_pct", where: all), .percent)) of it no \
        rate is on record
        """, answer: answer, part: .spreads)
  }

  private static func evidence(_ answers: ReportAnswers) -> [KeyFigure] {
    let (origins, contradictions) = (
      answers[origins], answers[ReportPart.contradictionQuestion]
    )
    let alone = [
      ("record_kind", ["deal"]), ("sourcing", ["one origin none official"]),
    ]
    return [
      KeyFigure(
        label: "Rests on one unofficial source",
        figure: ReportFigure(ReportCell(origins, "share_pct", where: alone), .percent),
        note: """
          of what deals come to; \
          \(ReportFigure(ReportCell(origins, "records", where: alone), .count)) deals
          """, answer: origins, part: .contradictions),
      KeyFigure(
        label: "Contradictions nobody has settled",
        figure: ReportFigure(
          ReportCell(contradictions, "record", where: [("is_resolved", ["0"])], .count), .count),
        note: """
          \(ReportFigure(
            ReportCell(contradictions, "record", where: [("is_resolved", ["1"])], .count),
            .count)) \
          others have a reason on record
          """, answer: contradictions, part: .contradictions),
    ]
  }
}
