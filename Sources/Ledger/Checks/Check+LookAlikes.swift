extension Check {
  /// Records that may tell the same money twice, by the rule by which imports tell them too.
  static let lookAlikes = Check(
    name: LookAlikes.check,
    looksFor: "counted records that look like the same money and are not linked"
  ) { connection in
    let pairs =
      try LookAlikes.pairsOfDeals(in: connection) + LookAlikes.pairsOfContracts(in: connection)
    return pairs.map {
      (subject: "\($0.kind) \($0.key)", problem: "\($0.likeness); \($0.advice)")
    }
    .sorted { ($0.subject, $0.problem) < ($1.subject, $1.problem) }
  }
}
