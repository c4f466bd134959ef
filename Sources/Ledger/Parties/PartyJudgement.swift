internal import Finance
public import SQLite

/// Decides whether two parties are one. Each decision is a run of its own and a row of
/// `party_link`; no party, name or record is rewritten.
public struct PartyJudgement: Sendable {
  /// What the decision came to.
  public struct Outcome: Sendable, Equatable {
    /// The keys of the two parties, the smaller one first.
    public let parties: [String]
    /// The name under which each is counted now.
    public let identities: [String]
    /// Whether the ledger says so now and did not before.
    public let isNew: Bool
  }

  private let one: String
  private let other: String
  private let command: RunCommand

  /// On two parties, by key or by any name that is one party's alone.
  ///
  /// `command`: what the run is recorded as.
  ///
  /// - Throws: `LedgerError.unknownRecord`, or `.rule` for a name of several and for one party
  ///   named twice.
  public init(
    _ one: String, _ other: String, command: RunCommand,
    in database: borrowing some Database & ~Copyable
  ) throws {
    self.one = try RecordLookup.key(of: one, kinds: ["party"], in: database)
    self.other = try RecordLookup.key(of: other, kinds: ["party"], in: database)
    self.command = command
    guard self.one != self.other else {
      throw LedgerError.rule(record: self.one, rule: "is one party on record; name two")
    }
  }

  /// Gives a verdict.
  ///
  /// - `reason`: why, in words.
  /// - `source`: the key of the source that says so.
  ///
  /// - Throws: `LedgerError.rule` with the chain of verdicts that this one contradicts.
  public func give(
    _ verdict: PartyVerdict, because reason: String?, source: String?,
    in connection: inout Connection
  ) throws -> Outcome {
    var link = PartyLink(verdict, one, other)
    link.reason = reason
    link.origin = Origin(source: source)
    let before = try Repository<PartyLink>().find(link.key, in: connection)
    if let before, reason ?? before.reason == before.reason,
      source ?? before.origin.source == before.origin.source
    {
      return try outcome(isNew: false, in: connection)
    }
    return try connection.transaction { transaction in
      let run = try ImportRun.begin(.verdict, command: command, input: nil, in: transaction)
      var writer = LedgerWriter(run: run)
      try writer.save(link, in: transaction)
      try writer.finish(in: transaction)
      return try outcome(isNew: true, in: transaction)
    }
  }

  /// Every verdict on record, with its reason, source and run.
  public static func all(in connection: borrowing Connection) throws -> ResultSet {
    try QueryRunner.run(
      """
      SELECT from_key AS party_key, from_party AS party, kind AS verdict, to_key AS other_key,
        to_party AS other, reason, source, run_id AS run, recorded_at
      FROM party_links WHERE kind IN ('same', 'different', 'unsure')
      ORDER BY party_key, other_key
      """, in: connection)
  }

  /// Takes the verdict on the two back.
  ///
  /// - Throws: `LedgerError.rule` where none was given on the two themselves.
  public func forget(in connection: inout Connection) throws -> Outcome {
    try connection.transaction { transaction in
      guard let link = try PartyVerdicts.given(one, other, in: transaction) else {
        throw try nothingGiven(in: transaction)
      }
      let run = try ImportRun.begin(.verdict, command: command, input: nil, in: transaction)
      var writer = LedgerWriter(run: run)
      try writer.remove(link, in: transaction)
      try writer.finish(in: transaction)
      return try outcome(isNew: true, in: transaction)
    }
  }

  private func nothingGiven(
    in database: borrowing some Database & ~Copyable
  ) throws -> LedgerError {
    let chain =
      try PartyVerdicts.joined(one, other, in: database)
      ?? PartyVerdicts.apart(one, other, in: database)
    let rule =
      chain.map { "no verdict was given on the two themselves; \(PartyVerdicts.words($0))" }
      ?? "no verdict was given on the two"
    return .rule(record: "\(one) and \(other)", rule: rule)
  }

  private func outcome(
    isNew: Bool, in database: borrowing some Database & ~Copyable
  ) throws -> Outcome {
    let keys = [one, other].sorted()
    let identities = try keys.map { key in
      try database.value(
        """
        SELECT i.name FROM party p JOIN party_figure f ON f.party_id = p.id
        JOIN party i ON i.id = f.identity_id WHERE p.key = ?
        """, [key], as: String.self) ?? key
    }
    return Outcome(parties: keys, identities: identities, isNew: isNew)
  }
}
