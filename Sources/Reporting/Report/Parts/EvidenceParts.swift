extension ReportPart {
  /// What sources tell differently.
  static let contradictions = ReportPart(
    id: "contradictions", title: "Where sources disagree", questions: [contradictionQuestion]
  ) { part, answers in
    let answer = answers[contradictionQuestion]
    let open = ReportFigure(
      ReportCell(answer, "record", where: [("is_resolved", ["0"])], .count), .count)
    let resolved = ReportFigure(
      ReportCell(answer, "record", where: [("is_resolved", ["1"])], .count), .count)
    return ReportSection(
      part: part,
      lead: """
        In \(open) cases sources disagree and nobody has settled it; in \(resolved) a reason is on \
        record. Both statements stay, and figures that rest on an open one are counted as such.
        """,
      table: ReportTable(
        titles: ["Record", "Of what", "Followed", "Also said", "Settled because"],
        rows: answer.rows.map { row in
          func said(_ what: String, _ who: String) -> String {
            row.text(who).isEmpty ? row.text(what) : "\(row.text(what)) (\(row.text(who)))"
          }
          return [
            row.text("record"), ReportWords.plain(row.text("attribute")),
            said("followed", "followed_by"), said("other", "said_by"),
            row.number("is_resolved") == 1 ? row.text("because") : "not settled",
          ]
        }, numbers: [], keys: answer.rows.map { $0.text("record") }),
      answers: [answer])
  }

  /// What nobody has heard of since.
  static let staleness = ReportPart(
    id: "staleness", title: "Announcements without news", questions: [stalenessQuestion]
  ) { part, answers in
    let answer = answers[stalenessQuestion]
    let count = ReportFigure(ReportCell(answer, "record", .count), .count)
    let total = ReportFigure(ReportCell(answer, "amount_usd"), .money("USD"))
    return ReportSection(
      part: part,
      lead: """
        Of \(count) deals and contracts that are not yet paid out, \(total) in all, nothing has \
        been heard for a year or more.
        """,
      table: ReportTable(
        answer,
        [
          ("record", "Deal or contract"), ("stage", "Stage"), ("amount_usd", "Amount"),
          ("last_news_on", "Last news"), ("months_without_news", "Months"),
          ("inferred", "Taken for"),
        ], key: "record_key"),
      answers: [answer])
  }

  /// Figures of others, rebuilt.
  static let reproductions = ReportPart(
    id: "reproductions", title: "Figures of others, rebuilt", questions: []
  ) { part, answers in
    let figures = answers.reproductions
    func value(_ number: Double, _ unit: String) -> String {
      "\(HumanNumber.fixed(number, decimals: 1)) \(unit == "percent" ? "%" : unit)"
    }
    let near = figures.count { $0.deviation.magnitude <= 0.05 }
    return ReportSection(
      part: part,
      lead: ReportText(
        figures.isEmpty
          ? "This ledger has none of the published figures that the program can rebuild."
          : "\(figures.count) rebuildings of figures that banks, agencies and newspapers have "
            + "published; \(near) come out within a twentieth."),
      table: ReportTable(
        titles: ["Figure", "Stated by", "Stated", "Rebuilt", "Difference", "Why"],
        rows: figures.map { figure in
          let unit = figure.statement.unit
          let percent = HumanNumber.fixed(figure.deviation * 100, decimals: 1)
          return [
            figure.statement.metric, figure.statement.statedBy ?? "the founding article",
            value(figure.statement.value, unit), value(figure.rebuilt, unit),
            percent == "0.0" ? "none" : "\(percent) %", figure.reproduction.difference,
          ]
        }, numbers: [2, 3, 4], keys: figures.map(\.reproduction.statement)),
      answers: [])
  }

  static let contradictionQuestion = ReportQuestion("contradictions")
  private static let stalenessQuestion = ReportQuestion("stale-announcements", isList: true)
}
