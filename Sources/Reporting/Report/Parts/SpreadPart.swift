internal import Charts

extension ReportPart {
  /// What lenders were paid over the benchmark.
  static let spreads = ReportPart(
    id: "spreads", title: "Spreads at issue, by rating", questions: [spreadQuestion]
  ) { part, answers in
    let answer = answers[spreadQuestion]
    let rows = answer.rows.filter { $0.number("least_bps") != nil }
    let known = ReportFigure(ReportCell(answer, "tranches"), .count)
    let unknown = ReportFigure(ReportCell(answer, "without_spread"), .count)
    return ReportSection(
      part: part,
      lead: "A spread is on record for \(known) tranches; none for \(unknown) others.",
      picture: rows.isEmpty
        ? nil
        : PointPlot(
          rows: rows.map { row in
            let name = [
              ReportWords.plain(row.text("bucket")),
              row.text("secured") == "yes"
                ? "secured" : row.text("secured") == "no" ? "unsecured" : "",
              "over \(ReportWords.plain(row.text("benchmark")))",
            ].filter { !$0.isEmpty }.joined(separator: ", ")
            // One spread is its own median.
            let marks =
              row.number("tranches") == 1
              ? [("least_bps", 1)] : [("least_bps", 0), ("most_bps", 0), ("median_bps", 1)]
            return PointPlot.Row(
              name, note: ReportWords.count(Int(row.number("tranches") ?? 0), "tranche"),
              points: marks.compactMap { column, kind in
                row.number(column).map { value in
                  PointPlot.Point(
                    Span(value), kind: kind,
                    title:
                      "\(name): \(column.prefix { $0 != "_" }) \(HumanNumber.written(value)) bp")
                }
              })
          },
          kinds: [
            PointPlot.Kind("narrowest and widest", .blue, isOpen: true),
            PointPlot.Kind("median", .blue),
          ], unit: "bp"),
      caption: "Spread over the benchmark at issue: narrowest, median and widest of each group",
      table: ReportTable(
        answer,
        [
          ("bucket", "Rating"), ("secured", "Secured"), ("benchmark", "Over"),
          ("tranches", "Tranches"), ("least_bps", "Narrowest"), ("median_bps", "Median"),
          ("most_bps", "Widest"), ("without_spread", "Without one"),
        ]),
      answers: [answer])
  }

  private static let spreadQuestion = ReportQuestion("spread-by-rating")
}
