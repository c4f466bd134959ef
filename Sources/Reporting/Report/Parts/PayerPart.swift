internal import Charts

extension ReportPart {
  /// On whom debt finally depends.
  static let payers = ReportPart(
    id: "payers", title: "On whom it depends", questions: [payerQuestion, customerQuestion]
  ) { part, answers in
    let answer = answers[payerQuestion]
    let first = Array(answer.rows.filter { ($0.number("debt_high") ?? 0) > 0 }.prefix(15))
    let total = answer.money("debt")
    let others = ReportFigure(
      ReportCell(answer, "through_others_low"), .money(answer.currency))
    return ReportSection(
      part: part,
      lead: """
        Of \(total) of announced debt, \(others) is owed by one party and finally paid by another: \
        a tenant, an offtaker, a customer.
        """,
      picture: first.isEmpty
        ? nil
        : BarChart(
          categories: first.map { $0.text("payer") },
          series: [
            BarChart.Series(
              "Borrowed itself", .blue,
              first.map { row in row.number("own_low").map { Span($0 / 1e9) } }),
            BarChart.Series("Borrowed by others for it", .orange, first.map(Self.others)),
          ], arrangement: .stacked, unit: "bn \(answer.currency)"),
      caption: "Announced debt by the party that finally pays",
      table: ReportTable(
        answer,
        [
          ("payer", "Payer"), ("deals", "Deals"), ("debt_low", "Least"), ("debt_high", "Most"),
          ("own_low", "Own"), ("through_others_low", "Through others"), ("share_pct", "Share"),
        ], key: "payer_key"),
      answers: [answer, answers[customerQuestion]],
      notes: customers(answers[customerQuestion]))
  }

  /// What others borrowed, with all that the payer's debt may be more.
  @Sendable private static func others(_ row: ResultRow) -> Span? {
    guard let others = row.number("through_others_low"),
      let debt = row.span("debt_low", "debt_high")
    else { return nil }
    return Span(low: others / 1e9, high: others / 1e9 + debt.end - debt.low)
  }

  /// The customers who make up a third or more of what a supplier has contracted.
  private static func customers(_ answer: ReportAnswer) -> [ReportText] {
    let large = answer.rows.filter {
      ($0.number("share_of_backlog_low_pct") ?? 0) >= 100.0 / 3
    }
    guard !large.isEmpty else { return [] }
    let parts = large.map { row -> ReportText in
      let filters = [("supplier", [row.text("supplier")]), ("customer", [row.text("customer")])]
      let share = answer.share("share_of_backlog", where: filters)
      return """
        \(share) of \(row.text("supplier"))’s on \(row.text("customer")) (\(row.text("backlog_on")))
        """
    }
    let list = parts.dropFirst().reduce(parts[0]) { "\($0), \($1)" }
    return [
      """
      Of what suppliers reported as contracted and not yet delivered, much hangs on one customer: \
      \(list).
      """
    ]
  }

  static let payerQuestion = ReportQuestion("debt-by-payer")
  static let customerQuestion = ReportQuestion("customer-concentration")
}
