internal import Charts

extension ReportPart {
  /// What was borrowed, quarter by quarter.
  static let issuance = ReportPart(
    id: "issuance", title: "What was borrowed, by quarter", questions: [issuanceQuestion]
  ) { part, answers in
    let answer = answers[issuanceQuestion]
    let money = ReportFigure.Style.money(answer.currency)
    let columns: [(String, String, Tone)] = [
      ("investment_grade", "Investment grade", .blue), ("high_yield", "High yield", .red),
      ("private", "Private credit", .orange), ("unrated", "Not rated on record", .grey),
    ]
    let quarters = answer.rows.filter { $0.text("quarter") != "no date" }
    let busiest = quarters.max {
      ($0.number("issued_low") ?? 0) < ($1.number("issued_low") ?? 0)
    }?.text("quarter")
    let total = ReportFigure(
      ReportCell(answer, "issued_low"), to: ReportCell(answer, "issued_high"), money)
    var lead: ReportText = "Binding debt of \(total) is on record"
    if let busiest {
      let most = ReportFigure(
        ReportCell(answer, "issued_low", where: [("quarter", [busiest])]),
        to: ReportCell(answer, "issued_high", where: [("quarter", [busiest])]), money)
      lead = "\(lead); the most, \(most), came in \(busiest)."
    }
    return ReportSection(
      part: part, lead: lead,
      picture: answer.rows.isEmpty
        ? nil
        : BarChart(
          categories: answer.rows.map { $0.text("quarter") },
          series: columns.map { name, title, tone in
            BarChart.Series(
              title, tone,
              answer.rows.map { row in row.number(name).map { Span($0 / 1e9) } })
          }, arrangement: .stacked, direction: .columns, unit: "bn \(answer.currency)"),
      caption: "Debt by the quarter of its pricing, signing or announcement, at the least",
      table: ReportTable(
        answer,
        [
          ("quarter", "Quarter"), ("tranches", "Tranches"), ("issued_low", "Least"),
          ("issued_high", "Most"), ("investment_grade", "Investment grade"),
          ("high_yield", "High yield"), ("private", "Private"), ("unrated", "Not rated"),
        ]),
      answers: [answer],
      notes: [
        """
        Ratings on record are few: debt without one may well be rated. What named non-banks hold \
        is private credit, rated or not.
        """
      ])
  }

  private static let issuanceQuestion = ReportQuestion("issuance-by-quarter")
}
