internal import Charts

extension ReportPart {
  /// When what is borrowed falls due.
  static let maturities = ReportPart(
    id: "maturities", title: "When it falls due", questions: [maturityQuestion]
  ) { part, answers in
    let answer = answers[maturityQuestion]
    let years = answer.rows.filter { Int($0.text("falls_due")) != nil }
    let others = answer.rows.filter { Int($0.text("falls_due")) == nil }
    let first = Array(years.prefix(8))
    let later = years.dropFirst(8)
    func span(_ rows: some Collection<ResultRow>, _ stem: String) -> Span? {
      let spans = rows.compactMap { $0.span("\(stem)_low", "\(stem)_high") }
      guard !spans.isEmpty else { return nil }
      return Span(
        low: spans.reduce(0) { $0 + $1.low }, high: spans.reduce(0) { $0 + $1.end })
    }
    let groups =
      first.map { ($0.text("falls_due"), [$0]) }
      + (later.isEmpty ? [] : [("later", Array(later))])
      + others.map { ($0.text("falls_due"), [$0]) }
    let soon = first.prefix(3).map { $0.text("falls_due") }
    let sum = ReportFigure(
      ReportCell(answer, "due_low", where: [("falls_due", soon)]),
      to: ReportCell(answer, "due_high", where: [("falls_due", soon)]), .money(answer.currency))
    let lead: ReportText =
      soon.isEmpty
      ? "Nothing that is outstanding has a day on record."
      : "\(sum) of what is outstanding falls due in \(soon[0]) to \(soon[soon.count - 1])."
    return ReportSection(
      part: part, lead: lead,
      picture: groups.isEmpty
        ? nil
        : BarChart(
          categories: groups.map(\.0),
          series: [
            BarChart.Series("As agreed", .blue, groups.map { span($0.1, "due") }),
            BarChart.Series(
              "With every dated extension", .orange, groups.map { span($0.1, "extended") }),
          ], direction: .columns, unit: "bn \(answer.currency)"),
      caption: "Principal outstanding by the year it falls due, with and without extensions",
      table: ReportTable(
        answer,
        [
          ("falls_due", "Falls due"), ("tranches", "Tranches"), ("due_low", "Agreed, least"),
          ("due_high", "most"), ("extended_low", "Extended, least"), ("extended_high", "most"),
          ("extendable_low", "Extendable, no day"),
        ], most: 60),
      answers: [answer])
  }

  static let maturityQuestion = ReportQuestion("maturity-wall")
}
