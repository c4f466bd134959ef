extension ExposureNetwork {
  /// The ways on which the failure of a party reaches others, through no party twice.
  ///
  /// Funds are looked through in this way; here every party is read as a fund of its exposures, so
  /// that what it stands to lose is spread over its holders in the proportion of what they hold.
  ///
  /// - Parameters:
  ///   - party: The party that fails. One that is not in the network reaches nobody.
  ///   - length: The most steps of a chain; one step is a direct exposure (domain.md Q20 has four).
  ///   - limit: The most chains to look at.
  public func lookThrough(
    to party: String, upTo length: Int = 4, limit: Int = 10_000
  ) -> LookThrough {
    guard let target = numbers.find(party) else { return LookThrough(chains: [], hasMore: false) }
    let totals = parties.indices.map { total(of: $0) }
    let incoming = edges.incoming
    var found: [Chain] = []
    var last = [Chain(nodes: [target], edges: [])]
    var hasMore = false
    for _ in 0..<max(0, length) where !hasMore {
      var longer = last.lazy.flatMap { $0.lengthened(by: incoming) }.makeIterator()
      last = []
      while let chain = longer.next() {
        hasMore = found.count == limit
        if hasMore { break }
        found.append(chain)
        last.append(chain)
      }
    }
    let chains = found.compactMap { chain -> ExposureChain? in
      let amount = amount(along: chain.edges, totals: totals)
      guard amount > 0 else { return nil }
      return ExposureChain(parties: chain.nodes.map { parties[$0] }, amount: amount)
    }
    return LookThrough(
      chains: chains.sorted {
        $0.amount == $1.amount
          ? $0.parties.lexicographicallyPrecedes($1.parties) : $0.amount > $1.amount
      }, hasMore: hasMore)
  }

  private struct Chain {
    let nodes: [Int]
    let edges: [Int]

    /// The chains with one more holder in front.
    func lengthened(by incoming: [[(source: Int, edge: Int)]]) -> [Chain] {
      incoming[nodes[0]].filter { !nodes.contains($0.source) }.map {
        Chain(nodes: [$0.source] + nodes, edges: [$0.edge] + edges)
      }
    }
  }

  /// What rests on the end of a chain of exposures, rounded down at each step.
  private func amount(along chain: [Int], totals: [Int64]) -> Int64 {
    guard let first = chain.first else { return 0 }
    return chain.dropFirst().reduce(exposures[first].amount) { amount, edge in
      let part = amount.multipliedFullWidth(by: exposures[edge].amount)
      let holder = numbers[exposures[edge].holder]
      return totals[holder].dividingFullWidth(part).quotient
    }
  }
}
