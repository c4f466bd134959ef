internal import Finance
public import Ledger
public import SQLite

/// A claim as someone types it: names of parties, a source by key or description, days in words.
public struct ClaimEntry: Sendable {
  /// `KEY.attribute`.
  public let subject: String
  /// What it says.
  public var words: ClaimWords
  /// `alternative`, `preferred`, `supports` or `rejected`.
  public var stance = "alternative"
  /// The source's own words.
  public var original: String?
  /// Who says it, by name or key.
  public var assertedBy: String?
  /// Through whom, by name or key.
  public var reportedBy: String?
  /// Why it is preferred or rejected.
  public var reason: String?
  /// The day or the period the value is for.
  public var period: String?
  /// The key of the claim it disputes.
  public var disputes: String?
  /// How it disputes it.
  public var disputeKind: String?
  /// Who published it.
  public var source = SourceEntry()
  /// The place in the source.
  public var locator: String?

  /// A claim of a value on an attribute.
  public init(on subject: String, _ words: ClaimWords) {
    self.subject = subject
    self.words = words
  }

  /// What came of it.
  public struct Result: Sendable {
    /// What was done.
    public let outcome: ClaimBook.Outcome
    /// Names that were on no record and became parties.
    public let newParties: [String]
    /// What the tranches of the deal no longer fit.
    public internal(set) var news: [String] = []
  }

  /// Adds the claim, in a run of its own.
  ///
  /// - Throws: `ClaimRefused` with every problem; `LedgerError` for keys that are none.
  public func add(command: RunCommand, into connection: inout Connection) throws -> Result {
    var news: [String] = []
    var result = try ClaimBook.run(command, into: &connection, news: &news) { book, transaction in
      var newParties: [String] = []
      let claim = try claim(&book, &newParties, in: transaction)
      let outcome = try book.add(claim, in: transaction)
      return Result(outcome: outcome, newParties: newParties)
    }
    result.news = news
    return result
  }

  private func claim(
    _ book: inout ClaimBook, _ newParties: inout [String], in transaction: borrowing Transaction
  ) throws -> NewClaim {
    let codes = try CodeLists(transaction)
    var problems: [String] = []
    let subject = try Self.subject(subject, in: transaction)
    let source = try source.resolve(
      codes: codes, language: words.language, problems: &problems, writer: &book.writer,
      in: transaction)
    var claim = NewClaim(on: subject, words, from: Origin(source: source, locator: locator))
    claim.stance = stance
    claim.original = original
    claim.reason = reason
    claim.disputes = disputes
    claim.disputeKind = disputeKind
    if let period {
      do {
        let language = words.language.flatMap { TextLanguage(tag: $0) }
        claim.period = DayPair(try DateText.read(period, language: language).span)
      } catch {
        problems.append("\(error)")
      }
    }
    problems += ClaimBook.problems(claim, codes)
    var named = PartyNames(origin: Origin(source: source), context: subject.record)
    claim.assertedBy = try assertedBy.flatMap {
      try named.key(of: $0, &problems, writer: &book.writer, in: transaction)
    }
    claim.reportedBy = try reportedBy.flatMap {
      try named.key(of: $0, &problems, writer: &book.writer, in: transaction)
    }
    newParties = named.made
    guard problems.isEmpty else { throw ClaimRefused(problems: problems) }
    return claim
  }

  /// What `KEY.attribute` names.
  ///
  /// - Throws: `LedgerError.unknownRecord`; `ClaimRefused` where no attribute is named.
  public static func subject(
    _ text: String, in database: borrowing some Database & ~Copyable
  ) throws -> ClaimSubject {
    let (key, attribute) = try ClaimSubject.split(text, in: database)
    let kinds = try RecordLookup.kinds(of: key, in: database)
    guard let table = RecordTables.claimable.first(where: kinds.contains) else {
      throw ClaimRefused("\(key) is a \(kinds.joined(separator: " and ")), of which none claims")
    }
    guard let attribute else {
      throw ClaimRefused("\(key) is a \(table); name the attribute as well: \(key).amount")
    }
    return ClaimSubject(table: table, record: key, attribute: attribute)
  }
}

/// Parties that a claim names, by key or name; one that is near nothing on record is made.
private struct PartyNames {
  let origin: Origin
  let context: String
  private(set) var made: [String] = []

  init(origin: Origin, context: String) {
    self.origin = origin
    self.context = context
  }

  mutating func key(
    of name: String, _ problems: inout [String], writer: inout LedgerWriter,
    in transaction: borrowing Transaction
  ) throws -> String? {
    if let key = try PartyDirectory.key(of: name, in: transaction) { return key }
    guard !PartyName(name).key.isEmpty else {
      problems.append("'\(name)' holds no letter")
      return nil
    }
    let resolver = try PartyResolver(transaction)
    switch resolver.resolve(name, context: context, createsNearMisses: false) {
    case .known(let key): return key
    case .new(let key):
      guard problems.isEmpty else { return nil }
      try make(key, named: name, writer: &writer, in: transaction)
      return key
    case .near(let candidates):
      problems.append(
        "'\(name)' \(PartyMatch.nearness(of: name, to: candidates)); write it so, or import the "
          + "party first")
    case .ambiguous(let keys):
      problems.append("'\(name)' is the name of \(keys.joined(separator: " and ")); write the key")
    }
    return nil
  }

  private mutating func make(
    _ key: String, named name: String, writer: inout LedgerWriter,
    in transaction: borrowing Transaction
  ) throws {
    var party = Party(key: key)
    party.name = name
    party.kind = "unknown"
    party.origin = origin
    try writer.save(party, in: transaction)
    var spelling = PartyNameRecord(key: "\(key)/name/\(RecordKey.made(fromName: name))")
    spelling.party = key
    spelling.name = name
    spelling.folded = PartyName(name).key
    spelling.kind = "trading"
    spelling.origin = origin
    try writer.save(spelling, in: transaction)
    made.append(name)
  }
}
