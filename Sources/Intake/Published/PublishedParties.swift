import Finance
import Ledger
import SQLite

/// Which party a published file speaks of: by an identifier first, then by its name.
final class PublishedParties {
  /// An identifier that says which party is meant.
  struct Identified {
    let scheme: String
    let value: String
  }

  /// What a name and its identifiers turned out to be.
  enum Answer {
    case known(String)
    case new(String)
    /// It cannot be said, for this reason and with this remedy.
    case unclear(String, hint: String)
  }

  private let resolver: PartyResolver
  /// Names that were asked for: funds hold many issues of one issuer.
  private var answers: [String: String?] = [:]
  /// Names that became parties.
  private(set) var made: [String] = []

  init(_ transaction: borrowing Transaction, matches: [PartyMatch] = []) throws {
    resolver = try PartyResolver(transaction, matches: matches)
  }

  /// The party with an identifier.
  func party(
    _ identifier: Identified, in transaction: borrowing Transaction
  ) throws -> String? {
    try transaction.value(
      """
      SELECT p.key FROM party_identifier i JOIN party p ON p.id = i.party_id
      WHERE i.scheme = ? AND i.value = ?
      """, [identifier.scheme, identifier.value], as: String.self)
  }

  /// The party of a name, where exactly one has it.
  func known(_ text: String) -> String? {
    if let answer = answers[text] { return answer }
    let name = PartyName(text)
    let answer = name.key.isEmpty || name.isAnonymous ? nil : resolver.known(text)
    answers[text] = .some(answer)
    return answer
  }

  /// Which party is meant. One that has the name but another identifier of the same scheme is
  /// another party.
  func resolve(
    _ name: String, _ identifiers: [Identified], createsNearMisses: Bool,
    in transaction: borrowing Transaction
  ) throws -> Answer {
    var found: Set<String> = []
    for identifier in identifiers {
      if let key = try party(identifier, in: transaction) { found.insert(key) }
    }
    if found.count > 1 {
      return .unclear(
        "the identifiers of '\(name)' are those of \(found.sorted().joined(separator: " and "))",
        hint: "say whether they are one party with `deals parties same`")
    }
    if let key = found.first { return .known(key) }
    switch resolver.resolve(name, context: "", createsNearMisses: createsNearMisses) {
    case .known(let key):
      let isOther = try isOther(key, than: identifiers, in: transaction)
      return isOther ? .new(key + "-" + ShortHash.of(identifiers[0].value)) : .known(key)
    case .new(let key): return .new(key)
    case .ambiguous(let keys):
      return .unclear(
        "'\(name)' is the name of \(keys.joined(separator: " and "))",
        hint: "add the identifier to the one that is meant")
    case .near(let candidates):
      let open = try candidates.filter { try !isOther($0.key, than: identifiers, in: transaction) }
      guard !open.isEmpty else {
        return try resolve(name, identifiers, createsNearMisses: true, in: transaction)
      }
      return .unclear(
        "'\(name)' \(PartyMatch.nearness(of: name, to: open))",
        hint: "add the name to that party, or take it for another one with --create-parties")
    }
  }

  /// Whether a party has another value of a scheme that is given.
  private func isOther(
    _ party: String, than identifiers: [Identified], in transaction: borrowing Transaction
  ) throws -> Bool {
    for identifier in identifiers {
      let others = try transaction.value(
        """
        SELECT COUNT(*) FROM party_identifier i JOIN party p ON p.id = i.party_id
        WHERE p.key = ? AND i.scheme = ?
        """, [party, identifier.scheme], as: Int.self)
      if others ?? 0 > 0 { return true }
    }
    return false
  }

  /// Makes a party with its name.
  func make(
    _ party: Party, with writer: inout LedgerWriter, in transaction: borrowing Transaction
  ) throws {
    try writer.save(party, in: transaction)
    try addName(party.name, kind: "legal", to: party.key, party.origin, &writer, in: transaction)
    resolver.learn(party: party.key, name: party.name)
    made.append(party.name)
    answers = [:]
  }

  /// Adds a name to a party, unless it has it.
  func addName(
    _ name: String, kind: String, language: String? = nil, to party: String, _ origin: Origin,
    _ writer: inout LedgerWriter, in transaction: borrowing Transaction
  ) throws {
    let folded = PartyName(name).key
    guard !folded.isEmpty else { return }
    var record = PartyNameRecord(key: "\(party)/name/\(RecordKey.made(fromName: name))")
    (record.party, record.name, record.folded) = (party, name, folded)
    (record.kind, record.language, record.origin) = (kind, language, origin)
    try writer.save(record, fillingOnly: true, in: transaction)
  }

  /// Adds an identifier to a party, unless it has it.
  func add(
    _ identifier: Identified, to party: String, _ origin: Origin, _ writer: inout LedgerWriter,
    in transaction: borrowing Transaction
  ) throws {
    guard try self.party(identifier, in: transaction) == nil else { return }
    var record = PartyIdentifier(
      key: RecordKey.normalised("\(party)/\(identifier.scheme)/\(identifier.value)"))
    (record.party, record.scheme, record.value) = (party, identifier.scheme, identifier.value)
    record.origin = origin
    try writer.save(record, in: transaction)
  }
}
