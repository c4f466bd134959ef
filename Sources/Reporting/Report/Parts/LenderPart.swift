internal import Charts

extension ReportPart {
  /// Who lends most.
  static let lenders = ReportPart(
    id: "lenders", title: "Who lends", questions: [lenderQuestion]
  ) { part, answers in
    let answer = answers[lenderQuestion]
    let named = Array(
      answer.rows.filter { ($0.number("named_high") ?? 0) > 0 }.prefix(15))
    let total = ReportFigure(
      ReportCell(answer, "named_low"), to: ReportCell(answer, "named_high"), .money(answer.currency)
    )
    let silent = ReportFigure(ReportCell(answer, "parts_without_amount"), .count)
    var lead: ReportText = "Named lenders put up \(total)"
    if let first = named.first {
      let share = ReportFigure(
        ReportCell(answer, "share_pct", where: [("lender", [first.text("lender")])]), .percent)
      lead = "\(lead), \(first.text("lender")) alone \(share) of it"
    }
    lead = "\(lead). For \(silent) parts of deals the lender is named and the amount is not."
    return ReportSection(
      part: part, lead: lead,
      picture: named.isEmpty
        ? nil
        : BarChart(
          categories: named.map { $0.text("lender") },
          series: [
            BarChart.Series(
              "Named with", .green,
              named.map { $0.span("named_low", "named_high") })
          ], unit: "bn \(answer.currency)"),
      caption: "What lenders, anchor investors and holders are named with in counted deals",
      table: ReportTable(
        answer,
        [
          ("lender", "Lender"), ("deals", "Deals"), ("named_low", "Least"),
          ("named_high", "Most"), ("share_pct", "Share"),
          ("parts_without_amount", "Without amount"),
        ]),
      answers: [answer])
  }

  private static let lenderQuestion = ReportQuestion("lender-concentration")
}
