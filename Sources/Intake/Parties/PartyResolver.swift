import Finance
import Ledger
import SQLite

/// Which party a name means.
final class PartyResolver {
  /// What a name turned out to be.
  enum Answer {
    case known(key: String)
    /// A name near nothing known: a party to be made.
    case new(key: String)
    /// Near a known name, so perhaps a slip of the pen.
    case near(candidates: [(name: String, key: String)])
    /// The name of several parties.
    case ambiguous(keys: [String])
  }

  private var keysByName: [String: Set<String>] = [:]
  private var names: [String: String] = [:]
  /// Names of the ledger before the run, by the keys that near misses share.
  private var nearIndex: [String: [(name: PartyName, key: String)]] = [:]
  /// The same by what they look like.
  private var lookAlikes: [String: [(name: PartyName, key: String)]] = [:]
  private let knownBefore: [(name: PartyName, key: String)]
  private var knownDigits: Set<String> = []
  private var isIndexed = false
  /// Of parties that are the same as others, the one they are counted with.
  private var identities: [String: String] = [:]

  /// What someone said a name means; it goes before everything else.
  private var matched: [String: String] = [:]

  /// - Throws: `UnknownMatch` for a match with a party that is not on record.
  init(
    _ database: borrowing some Database & ~Copyable, matches: [PartyMatch] = []
  ) throws {
    knownBefore = try database.query(
      "SELECT n.name, p.key FROM party_name n JOIN party p ON p.id = n.party_id ORDER BY n.id"
    ) { row in (name: PartyName(try row(0)), key: try row(1, as: String.self)) }
    for entry in knownBefore { learn(entry.name, key: entry.key) }
    try database.forEachRow("SELECT key, name FROM party") { row in
      names[try row(0, as: String.self)] = try row(1, as: String.self)
    }
    try database.forEachRow(
      """
      SELECT p.key, i.key FROM party_figure f JOIN party p ON p.id = f.party_id
      JOIN party i ON i.id = f.identity_id WHERE f.identity_id <> f.party_id
      """
    ) { row in
      identities[try row(0, as: String.self)] = try row(1, as: String.self)
    }
    for match in matches {
      guard names[match.key] != nil else { throw UnknownMatch(match: match) }
      matched[PartyName(match.name).key] = match.key
    }
  }

  /// Takes note that a name belongs to a party.
  func learn(_ name: PartyName, key: String) {
    guard !name.isAnonymous else { return }
    keysByName[name.key, default: []].insert(key)
  }

  /// Takes note of a party and the name it is shown by.
  func learn(party key: String, name: String) {
    names[key] = name
    learn(PartyName(name), key: key)
  }

  func hasParty(_ key: String) -> Bool { names[key] != nil }

  /// The name a party is shown by.
  func name(of key: String) -> String? { names[key] }

  /// The party of a name that is known already.
  func known(_ text: String) -> String? {
    let name = PartyName(text).key
    return matched[name] ?? only(keysByName[name] ?? [])
  }

  /// Whether any party goes by a name. Names that tell nobody belong to none.
  func isNamed(_ text: String) -> Bool { keysByName[PartyName(text).key] != nil }

  /// Whether a name means this party and no other one.
  func isOnly(_ key: String, named text: String) -> Bool {
    keysByName[PartyName(text).key] == [key]
  }

  /// The party among these, where they are one: of several that are the same the one they are
  /// counted with if it has the name, else the first by key.
  private func only(_ found: Set<String>) -> String? {
    guard found.count > 1 else { return found.first }
    let classes = Set(found.map { identities[$0] ?? $0 })
    guard classes.count == 1, let identity = classes.first else { return nil }
    return found.contains(identity) ? identity : found.min()
  }

  /// Finds the party of a name.
  ///
  /// - Parameters:
  ///   - context: the record that names it; an unnamed party belongs to that record alone.
  ///   - createsNearMisses: take a near miss for a party of its own.
  func resolve(_ text: String, context: String, createsNearMisses: Bool) -> Answer {
    let name = PartyName(text)
    if let key = matched[name.key] { return .known(key: key) }
    if name.isAnonymous {
      let key = RecordKey.normalised("\(context)/\(RecordKey.made(fromName: text))")
      return hasParty(key) ? .known(key: key) : .new(key: key)
    }
    let found = keysByName[name.key] ?? []
    if let key = only(found) { return .known(key: key) }
    if !found.isEmpty { return .ambiguous(keys: found.sorted()) }
    if !createsNearMisses {
      let candidates = near(name)
      if !candidates.isEmpty { return .near(candidates: candidates) }
    }
    let key = RecordKey.made(fromName: text)
    return .new(key: hasParty(key) ? "\(key)-\(ShortHash.of(text))" : key)
  }

  private func near(_ name: PartyName) -> [(name: String, key: String)] {
    if !isIndexed {
      isIndexed = true
      for entry in knownBefore where !entry.name.isAnonymous {
        for key in entry.name.nearMissKeys { nearIndex[key, default: []].append(entry) }
        let plain = entry.name.lookAlikeKey ?? entry.name.key
        lookAlikes[plain, default: []].append(entry)
        knownDigits.insert(entry.name.digits)
      }
    }
    var found: [String: String] = [:]
    for entry in lookAlikes[name.lookAlikeKey ?? name.key] ?? [] {
      found[entry.key] = entry.name.text
    }
    guard knownDigits.contains(name.digits) else { return Self.sorted(found) }
    for key in name.nearMissKeys {
      for entry in nearIndex[key] ?? [] where PartyName.isNearMiss(entry.name, name) {
        found[entry.key] = entry.name.text
      }
    }
    return Self.sorted(found)
  }

  private static func sorted(_ found: [String: String]) -> [(name: String, key: String)] {
    found.sorted { $0.key < $1.key }.map { (name: $0.value, key: $0.key) }
  }
}
