internal import Charts

extension ReportPart {
  /// What was announced beside what was paid.
  static let headlines = ReportPart(
    id: "headlines", title: "Headlines and money", questions: [headlineQuestion]
  ) { part, answers in
    let answer = answers[headlineQuestion]
    let first = Array(answer.rows.filter { ($0.number("announced") ?? 0) > 0 }.prefix(15))
    func sum(_ column: String) -> ReportFigure {
      ReportFigure(ReportCell(answer, column), .money(answer.currency))
    }
    return ReportSection(
      part: part,
      lead: """
        Of \(sum("announced")) announced, debt and equity together, \(sum("binding")) is \
        binding and \(sum("funded")) is known to be paid out.
        """,
      picture: first.isEmpty
        ? nil
        : BarChart(
          categories: first.map { $0.text("deal") },
          series: [
            ("announced", "Announced", Tone.grey), ("binding", "Binding", .orange),
            ("funded", "Funded", .green),
          ].map { column, title, tone in
            BarChart.Series(
              title, tone, first.map { row in row.number(column).map { Span($0 / 1e9) } })
          }, arrangement: .nested, unit: "bn \(answer.currency)"),
      caption: "The largest deals: announced at the most, binding and funded at the least",
      table: ReportTable(
        answer,
        [
          ("deal", "Deal"), ("issuer", "Borrower"), ("stage", "Stage"),
          ("announced", "Announced"), ("binding", "Binding"), ("funded", "Funded"),
          ("funded_pct", "Funded"), ("days_since", "Days since"),
        ], key: "deal_key"),
      answers: [answer])
  }

  static let headlineQuestion = ReportQuestion("headline-against-funded", isList: true)
}
