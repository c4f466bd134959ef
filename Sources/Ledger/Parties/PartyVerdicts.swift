internal import SQLite

/// The verdicts on record: who is held to be the same, and who different.
///
/// `same` goes both ways and from one to the next, so that parties fall into classes; `different`
/// holds between two whole classes. What a new verdict contradicts is found by walking these rows,
/// a class at a time; nothing is compared that no verdict joins.
enum PartyVerdicts {
  /// The verdict that was given on two parties themselves.
  static func given(
    _ one: String, _ other: String, in database: borrowing some Database & ~Copyable
  ) throws -> PartyLink? {
    for verdict in PartyVerdict.allCases {
      let key = PartyLink(verdict, one, other).key
      if let link = try Repository<PartyLink>().find(key, in: database) { return link }
    }
    return nil
  }

  /// Refuses a verdict that contradicts those on record, with the chain of them that it
  /// contradicts; makes way for one that settles what was unsure.
  ///
  /// - Throws: `LedgerError.rule`.
  static func admit(_ link: PartyLink, in transaction: borrowing Transaction) throws {
    guard let verdict = link.verdict else { return }
    let (from, to) = (link.from, link.to)
    switch verdict {
    case .same:
      if let chain = try apart(from, to, in: transaction) { throw refusal(of: link, chain) }
    case .different:
      if let chain = try joined(from, to, in: transaction) { throw refusal(of: link, chain) }
    case .unsure:
      let chain =
        try joined(from, to, in: transaction) ?? apart(from, to, in: transaction)
      if let chain { throw refusal(of: link, chain) }
      return
    }
    try Repository<PartyLink>().delete(PartyLink(.unsure, from, to).key, in: transaction)
  }

  private static func refusal(of link: PartyLink, _ chain: [PartyLink]) -> LedgerError {
    let last = chain.last ?? link
    return .rule(
      record: link.key,
      rule: "contradicts what is held: \(words(chain)); to take one back, "
        + "`deals parties forget \(last.from) \(last.to)`")
  }

  /// A chain of verdicts as a sentence.
  static func words(_ chain: [PartyLink]) -> String {
    chain.map { step in
      let relation = step.verdict == .same ? "is the same as" : "is different from"
      return "\(step.from) \(relation) \(step.to)" + (step.reason.map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
  }

  /// The shortest chain of `same` that joins two parties, from the first to the second.
  static func joined(
    _ one: String, _ other: String, in database: borrowing some Database & ~Copyable
  ) throws -> [PartyLink]? {
    try reached(from: one, in: database)[other]
  }

  /// A chain by which two parties are different: `same` from each to two that are held different.
  static func apart(
    _ one: String, _ other: String, in database: borrowing some Database & ~Copyable
  ) throws -> [PartyLink]? {
    let near = try reached(from: one, in: database)
    let far = try reached(from: other, in: database)
    for (party, chain) in near.sorted(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) {
      for link in try links(.different, of: party, in: database) {
        guard let rest = far[link.to] else { continue }
        return chain + [link] + rest.reversed().map { $0.turned }
      }
    }
    return nil
  }

  /// Everything that is the same as a party, itself included, each with the chain to it.
  private static func reached(
    from start: String, in database: borrowing some Database & ~Copyable
  ) throws -> [String: [PartyLink]] {
    var chains: [String: [PartyLink]] = [start: []]
    var waiting = [start]
    while !waiting.isEmpty {
      let party = waiting.removeFirst()
      for link in try links(.same, of: party, in: database) where chains[link.to] == nil {
        chains[link.to] = (chains[party] ?? []) + [link]
        waiting.append(link.to)
      }
    }
    return chains
  }

  /// The verdicts of a kind on a party, turned so that they lead away from it.
  private static func links(
    _ verdict: PartyVerdict, of party: String, in database: borrowing some Database & ~Copyable
  ) throws -> [PartyLink] {
    let repository = Repository<PartyLink>()
    let own = "t.kind = ?2 AND t.%_party_id = (SELECT id FROM party WHERE key = ?1)"
    var found: [PartyLink] = []
    for end in ["from", "to"] {
      let condition = own.split(separator: "%").joined(separator: end)
      let links = try repository.all(matching: condition, [party, verdict.rawValue], in: database)
      found += end == "from" ? links : links.map { $0.turned }
    }
    return found.sorted { $0.to < $1.to }
  }
}

extension PartyLink {
  /// The same verdict, told from its other end.
  fileprivate var turned: PartyLink {
    var turned = self
    (turned.from, turned.to) = (to, from)
    return turned
  }
}
