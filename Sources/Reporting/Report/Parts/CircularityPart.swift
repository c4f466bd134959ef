internal import Charts

extension ReportPart {
  /// Who funds the customers that buy from them.
  static let circularity = ReportPart(
    id: "circularity", title: "Money that goes round",
    questions: [coreQuestion, flowQuestion, indexQuestion, pairQuestion]
  ) { part, answers in
    let (index, pairs) = (answers[indexQuestion], answers[pairQuestion])
    let share = index.share("index", where: [("of_what", ["all"])])
    let count = ReportFigure(ReportCell(pairs, "gives_capital", .count), .count)
    return ReportSection(
      part: part,
      lead: """
        \(share) of all capital given and purchases promised between named parties can come back \
        to where it left; in \(count) pairs one side funds the other, which buys from it.
        """,
      picture: CircularFlows(answers[flowQuestion], core: answers[coreQuestion]).chart,
      caption: """
        Flows within the core: the parties that all reach each other by capital or purchases, \
        announced or further
        """,
      table: ReportTable(
        pairs,
        [
          ("gives_capital", "Gives capital"), ("buys", "Buys from it"),
          ("capital_low", "Capital, least"), ("capital_high", "most"),
          ("purchase_low", "Purchases, least"), ("purchase_high", "most"),
          ("reciprocity_pct", "Reciprocity"),
        ]),
      answers: [pairs, index, answers[flowQuestion], answers[coreQuestion]],
      notes: [
        """
        Amounts are for the whole of each record: equity paid once stands beside purchases over \
        years. An arrow without an amount is dashed and as thin as the thinnest.
        """
      ])
  }

  // All flows of a ledger are many: what is drawn are those between members of the core.
  private static let flowQuestion = ReportQuestion(
    "party-flows",
    reference: ReportQuestion.Reference(
      parameter: "among", query: "circular-core", column: "party_key", most: CircularFlows.most))
  private static let coreQuestion = ReportQuestion("circular-core")
  static let indexQuestion = ReportQuestion("circularity-index")
  private static let pairQuestion = ReportQuestion("circular-pairs")
}

/// The flows within the largest core of parties, added up by direction and purpose.
struct CircularFlows {
  let chart: NetworkChart?

  /// The most names that a picture holds.
  static let most = 18

  private struct Edge: Hashable {
    let from, to: String
    let isCapital: Bool
  }

  private struct Sum {
    var amount: Double?
    var isCancellable = false
    var flows = 0
  }

  init(_ flows: ReportAnswer, core: ReportAnswer) {
    let cores = Dictionary(grouping: core.rows) { $0.text("announced_core") }
    let largest = cores.filter { !$0.key.isEmpty }.max {
      ($0.value.count, $1.key) < ($1.value.count, $0.key)
    }
    guard let members = largest?.value, members.count > 1 else {
      chart = nil
      return
    }
    let names = members.prefix(Self.most).map { $0.text("party") }
    let places = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var sums: [Edge: Sum] = [:]
    for row in flows.rows {
      let edge = Edge(
        from: row.text("from_party"), to: row.text("to_party"),
        isCapital: row.text("purpose") == "capital")
      guard places[edge.from] != nil, places[edge.to] != nil else { continue }
      var sum = sums[edge] ?? Sum()
      if let high = row.number("high_usd") ?? row.number("low_usd"), high > 0 {
        sum.amount = (sum.amount ?? 0) + high
      }
      sum.isCancellable = sum.isCancellable || row.number("cancellable") == 1
      sum.flows += 1
      sums[edge] = sum
    }
    let edges = sums.sorted {
      ($0.key.from, $0.key.to, $0.key.isCapital ? 0 : 1)
        < ($1.key.from, $1.key.to, $1.key.isCapital ? 0 : 1)
    }
    chart = NetworkChart(
      nodes: names,
      edges: edges.compactMap { edge, sum in
        guard let from = places[edge.from], let to = places[edge.to] else { return nil }
        let amount = sum.amount.map { "up to \(HumanNumber.amount($0)) USD" } ?? "amount unknown"
        return NetworkChart.Edge(
          from: from, to: to, amount: sum.amount.map { $0 / 1e9 }, kind: edge.isCapital ? 0 : 1,
          isMarked: sum.isCancellable,
          title: "\(edge.from) to \(edge.to), \(edge.isCapital ? "capital" : "purchases"): "
            + "\(amount) in \(ReportWords.count(sum.flows, "flow"))")
      },
      unit: "bn USD, at the most",
      kinds: [("capital given", .orange), ("purchases promised", .blue)],
      mark: "the giver may walk away")
  }
}
