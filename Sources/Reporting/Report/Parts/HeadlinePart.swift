internal import Charts

extension ReportPart {
  /// What was announced beside what was paid.
  static let headlines = ReportPart(
    id: "headlines", title: "Headlines and money", questions: [headlineQuestion]
  ) { part, answers in
    let answer = answers[headlineQuestion]
    let first = Array(answer.rows.filter { ($0.number("announced_usd") ?? 0) > 0 }.prefix(15))
    func sum(_ column: String) -> ReportFigure {
      ReportFigure(ReportCell(answer, column), .money("USD"))
    }
    return ReportSection(
      part: part,
      lead: """
        Of \(sum("announced_usd")) announced, debt and equity together, \(sum("binding_usd")) is \
        binding and \(sum("funded_usd")) is known to be paid out.
        """,
      picture: first.isEmpty
        ? nil
        : BarChart(
          categories: first.map { $0.text("deal") },
          series: [
            ("announced_usd", "Announced", Tone.grey), ("binding_usd", "Binding", .orange),
            ("funded_usd", "Funded", .green),
          ].map { column, title, tone in
            BarChart.Series(
              title, tone, first.map { row in row.number(column).map { Span($0 / 1e9) } })
          }, arrangement: .nested, unit: "bn USD"),
      caption: "The largest deals: announced at the most, binding and funded at the least",
      table: ReportTable(
        answer,
        [
          ("deal", "Deal"), ("issuer", "Borrower"), ("stage", "Stage"),
          ("announced_usd", "Announced"), ("binding_usd", "Binding"), ("funded_usd", "Funded"),
          ("funded_pct", "Funded"), ("days_since", "Days since"),
        ], key: "deal_key"),
      answers: [answer])
  }

  static let headlineQuestion = ReportQuestion("headline-against-funded")
}
