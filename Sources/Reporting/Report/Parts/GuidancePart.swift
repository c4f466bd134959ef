internal import Charts

extension ReportPart {
  /// What companies said they would spend, as they went along.
  static let guidance = ReportPart(
    id: "guidance", title: "What companies said they would spend", questions: [guidanceQuestion]
  ) { part, answers in
    let answer = answers[guidanceQuestion]
    let yearly = answer.rows.filter {
      $0.number("months") == 12 && $0.text("currency") == "USD" && $0.number("vintage") != nil
    }
    let periods = Dictionary(grouping: yearly) { row in
      "\(row.text("company")), \(Self.year(row.text("period")))"
    }
    let rows = periods.sorted { $0.key < $1.key }.map { name, vintages in
      PointPlot.Row(
        name, note: ReportWords.count(vintages.count, "vintage"),
        points: Self.points(name, vintages))
    }
    let revised = periods.values.count { $0.count > 1 }
    let raised = periods.values.count { vintages in
      vintages.contains { ($0.number("since_first_low") ?? 0) > 0 && $0.number("is_last") == 1 }
    }
    return ReportSection(
      part: part,
      lead: ReportText(
        "Guidance for \(ReportWords.count(periods.count, "company year")) is on record: \(revised) "
          + "were revised, and \(raised) ended higher than they began."),
      picture: rows.isEmpty
        ? nil
        : PointPlot(
          rows: rows,
          kinds: [
            PointPlot.Kind("first said", .blue, isOpen: true),
            PointPlot.Kind("revised", .blue), PointPlot.Kind("spent", .green),
          ], unit: "bn USD"),
      caption: "Capital expenditure by year: each guidance as it was given, and what was spent",
      table: ReportTable(
        answer,
        [
          ("company", "Company"), ("period", "Period"), ("told_on", "Said on"),
          ("guidance_low", "Least"), ("guidance_high", "Most"), ("qualifier", "Said as"),
          ("change_low", "Change"), ("actual", "Spent"), ("source", "Source"),
        ], most: 60),
      answers: [answer])
  }

  /// The year of a period of twelve months, by its last day: a company's year ends in it.
  private static func year(_ period: String) -> String {
    let (first, last) = (period.prefix(4), period.suffix(10).prefix(4))
    return first == last ? String(last) : "year to \(period.suffix(10).prefix(7))"
  }

  private static func points(_ name: String, _ vintages: [ResultRow]) -> [PointPlot.Point] {
    var points: [PointPlot.Point] = []
    for row in vintages {
      guard let span = row.span("guidance_low", "guidance_high") else { continue }
      let words =
        HumanNumber.fixed(span.low, decimals: 1)
        + (span.end > span.low ? " to \(HumanNumber.fixed(span.end, decimals: 1))" : "")
      points.append(
        PointPlot.Point(
          span, kind: row.number("vintage") == 1 ? 0 : 1,
          title: "\(name): \(words) bn USD, said on \(row.text("told_on"))"))
    }
    if let actual = vintages.compactMap({ $0.number("actual") }).first {
      points.append(
        PointPlot.Point(
          Span(actual / 1e9), kind: 2,
          title: "\(name): \(HumanNumber.billions(actual)) bn USD spent"))
    }
    return points
  }

  private static let guidanceQuestion = ReportQuestion("guidance-revisions")
}
