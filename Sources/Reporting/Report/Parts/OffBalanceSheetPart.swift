internal import Charts

extension ReportPart {
  /// Debt of vehicles that nobody has on its balance sheet.
  static let offBalanceSheet = ReportPart(
    id: "off-balance-sheet", title: "Debt kept off the balance sheet", questions: [offQuestion]
  ) { part, answers in
    let answer = answers[offQuestion]
    let rows = answer.rows.filter { ($0.number("announced_high") ?? 0) > 0 }
      .sorted { ($0.number("announced_high") ?? 0) > ($1.number("announced_high") ?? 0) }
      .prefix(15)
    let total = answer.money("announced")
    let sure = ReportCell(
      answer, "announced_low",
      where: [("treatment", offTheBooks)])
    let stages: [(String, Tone)] = [("Announced", .grey), ("Binding", .purple), ("Funded", .blue)]
    return ReportSection(
      part: part,
      lead: """
        \(total) are borrowed by vehicles for the use of others; of \
        \(ReportFigure(sure, .money(answer.currency))) a source says that no sponsor consolidates \
        it.
        """,
      picture: rows.isEmpty
        ? nil
        : BarChart(
          categories: rows.map {
            $0.text("treatment") == "unknown"
              ? "\($0.text("party")) (treatment unknown)" : $0.text("party")
          },
          series: zip(
            stages,
            [
              ("announced_low", "announced_high"), ("binding_low", "binding_low"),
              ("funded_low", "funded_low"),
            ]
          ).map { stage, columns in
            BarChart.Series(
              stage.0, stage.1,
              rows.map { $0.span(columns.0, columns.1) })
          }, arrangement: .nested, unit: "bn \(answer.currency)"),
      caption: "The largest debts of vehicles by the party they are for",
      table: ReportTable(
        answer,
        [
          ("party", "For whom"), ("treatment", "In the books"), ("recourse", "Recourse"),
          ("deals", "Deals"), ("announced_low", "Announced, least"), ("announced_high", "most"),
          ("binding_low", "Binding"), ("funded_low", "Funded"),
        ]),
      answers: [answer])
  }

  /// How a debt is treated that a source says is not in the books of whom it is for.
  static let offTheBooks = [
    "not_consolidated", "equity_method", "finance_lease", "operating_lease", "lease_not_commenced",
  ]

  /// What sponsors owe once what is off the balance sheet is looked through.
  static let economicDebt = ReportPart(
    id: "economic-debt", title: "What is owed once vehicles and leases are looked through",
    questions: [economicQuestion]
  ) { part, answers in
    let answer = answers[economicQuestion]
    let rows = Array(
      answer.rows.filter { ($0.number("economic_high") ?? 0) > 0 }.prefix(12))
    let sum = { (column: String) in
      ReportFigure(ReportCell(answer, column), .money("USD"))
    }
    return ReportSection(
      part: part,
      lead: """
        Own debt of \(sum("economic_low")) grows to \(sum("economic_base")) with leases signed but \
        not begun and vehicles with recourse, and to \(sum("economic_high")) with everything.
        """,
      picture: rows.isEmpty
        ? nil
        : BarChart(
          categories: rows.map { $0.text("party") },
          series: [
            ("economic_high", "With every vehicle and guarantee", Tone.grey),
            ("economic_base", "With leases and recourse", .purple),
            ("economic_low", "Own debt", .blue),
          ].map { column, title, tone in
            BarChart.Series(
              title, tone, rows.map { row in row.number(column).map { Span($0 / 1e9) } })
          }, arrangement: .nested, unit: "bn USD"),
      caption: "Debt by party: its own, the base case, and the most",
      table: ReportTable(
        answer,
        [
          ("party", "Party"), ("reported_debt", "Own debt"), ("reported_is", "As"),
          ("leases", "Leases"), ("leases_not_commenced", "Leases not begun"),
          ("off_balance_high", "Vehicles, most"), ("guarantees", "Guarantees"),
          ("economic_base", "Base case"), ("economic_high", "Most"),
        ]),
      answers: [answer],
      notes: [
        """
        Leases are counted as companies report them, undiscounted. Where a company's own debt is \
        not on record as reported, what this ledger has of it stands in.
        """
      ])
  }

  private static let offQuestion = ReportQuestion("off-balance-sheet-debt")
  private static let economicQuestion = ReportQuestion("economic-debt")
}
