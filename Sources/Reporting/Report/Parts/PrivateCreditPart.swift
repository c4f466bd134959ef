internal import Charts

extension ReportPart {
  /// Private credit, asked three ways.
  static let privateCredit = ReportPart(
    id: "private-credit", title: "Private credit, by three definitions",
    questions: [privateQuestion]
  ) { part, answers in
    let answer = answers[privateQuestion]
    let definitions = [
      ("by_lender", "By who lends"), ("by_market", "By where it was placed"),
      ("as_labelled", "As sources call it"),
    ]
    func row(_ definition: String) -> ResultRow? {
      answer.rows.first {
        $0.text("definition") == definition && $0.text("is_private") == "yes"
      }
    }
    func figure(_ definition: String, _ kind: String) -> ReportFigure {
      let filters = [("definition", [definition]), ("is_private", [kind])]
      return answer.money("announced", where: filters)
    }
    let stages: [(String, String, Tone)] = [
      ("announced", "Announced", .grey), ("binding", "Binding", .orange),
      ("funded", "Funded", .brown),
    ]
    return ReportSection(
      part: part,
      lead: """
        How large private credit is depends on the question: \(figure("by_lender", "yes")) by who \
        lends, \(figure("by_market", "yes")) by where it was placed, \
        \(figure("as_labelled", "yes")) as sources call it. Of \
        \(figure("by_lender", "unknown")) nobody has said who lends.
        """,
      picture: answer.rows.isEmpty
        ? nil
        : BarChart(
          categories: definitions.map(\.1),
          series: stages.map { stage, title, tone in
            BarChart.Series(
              title, tone,
              definitions.map { definition, _ in
                row(definition)?.span("\(stage)_low", "\(stage)_high")
              })
          }, arrangement: .nested, unit: "bn \(answer.currency)"),
      caption: "Private credit by definition: what is announced, of it binding, of it funded",
      table: ReportTable(
        answer,
        [
          ("definition", "Definition"), ("is_private", "Private?"), ("tranches", "Tranches"),
          ("announced_low", "Announced, least"), ("announced_high", "most"),
          ("binding_low", "Binding, least"), ("funded_low", "Funded, least"),
        ]),
      answers: [answer])
  }

  private static let privateQuestion = ReportQuestion("private-credit-total")
}
