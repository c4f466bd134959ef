import Finance
import Ledger
import SQLite
import Tabular

/// A record that another one names by its key.
struct Needed {
  /// The tables it may be in.
  let tables: [String]
  let key: String
  let place: JSONValue
}

/// Turns documents into records. What is wrong with them is collected, never thrown, so that all
/// of it is told at once.
final class DocumentMapper {
  let problems: ProblemList
  let codes: CodeLists
  let parties: PartyResolver
  var batch = Batch()
  /// Exchange rates are no keyed records; they are written as they are.
  var rates: [StatedRate] = []
  /// Findings of checks that are accepted, each with its reason.
  var acceptances: [(finding: Finding, reason: String)] = []
  /// Neither are fixings of reference rates.
  var fixings: [StatedFixing] = []
  /// Parts told in documents of their own, whose records are looked up once all are known.
  var parts: [PendingPart] = []
  /// Keys that must turn out to be records of the input or of the ledger.
  var needed: [Needed] = []
  /// Keys of parts that are known by their place in a list alone.
  var placedKeys: Set<String> = []
  /// Keys that documents give to participants, who are else known by party and role.
  var namedKeys: Set<String> = []
  /// Claims wait until every record is known.
  var claims: [PendingClaim] = []
  var links: [PendingLink] = []
  /// What deals are said to amount to as a whole.
  var statedAmounts: [String: AmountColumns] = [:]
  /// How the deals and contracts of the input stand on record.
  var statuses = StatusesOnRecord()
  /// The deals on record that documents leave a name or kind out of, by key.
  var dealsOnRecord: [String: Deal] = [:]
  var unfunded = UnfundedDeals()
  /// The keys of draws of which no document says how funded their loan is then.
  var drawsToSettle: [String] = []
  /// When the sources the ledger knows already were published.
  private(set) var publications: [String: DayPair] = [:]
  /// What the ratings on record say, by key, so that another one gets another number.
  private(set) var ratingsOnRecord: [String: String] = [:]
  /// The member by which a document says that it is to be taken word for word.
  static let verbatim = "verbatim"
  /// Longer names are no names, and would be costly to compare.
  private static let longestName = 500
  private let createsParties: Bool
  /// Documents that were refused before, on which none may rest.
  let refused: RefusedDocuments
  private(set) var newParties: [String] = []

  init(
    _ database: borrowing some Database & ~Copyable, problems: ProblemList,
    createsParties: Bool = false, matches: [PartyMatch] = [],
    refused: RefusedDocuments = RefusedDocuments()
  ) throws {
    self.problems = problems
    self.refused = refused
    self.createsParties = createsParties
    codes = try CodeLists(database)
    parties = try PartyResolver(database, matches: matches)
    try database.forEachRow(
      """
      SELECT key, level, coalesce(scope, ''), grade, kind FROM rating_action
      WHERE key IS NOT NULL
      """
    ) { row in
      let content = [
        try row(1, as: String.self), try row(2), try row(3), try row(4),
      ]
      ratingsOnRecord[try row(0, as: String.self)] = content.joined(separator: "\u{1F}")
    }
    try database.forEachRow(
      """
      SELECT key, published_on, published_until FROM source WHERE published_on IS NOT NULL
      """
    ) { row in
      var days = DayPair()
      days.on = try row(1)
      days.until = try row(2)
      if days.on != nil { publications[try row(0, as: String.self)] = days }
    }
  }

  func reader(_ value: JSONValue) -> ObjectReader {
    ObjectReader(value, codes: codes, problems: problems)
  }

  /// Maps every document, kind by kind.
  func map(_ documents: [JSONValue]) {
    var readers = DocumentKind.all.map { _ in [ObjectReader]() }
    for document in documents {
      guard let position = DocumentKind.position(of: document) else {
        let names = DocumentKind.all.map(\.tellingName).joined(separator: ", ")
        problems.add(
          document.problem("is no known document", hint: "it must hold one of \(names)"))
        continue
      }
      let reader = ObjectReader(
        document, codes: codes, problems: problems,
        isVerbatim: document[Self.verbatim]?.boolean ?? false)
      // Why it was refused once stands in a file of rejects.
      reader.ignore(
        Self.verbatim, RejectedDocument.reasons, RejectedDocument.otherReasons)
      readers[position].append(reader)
    }
    for (kind, readers) in zip(DocumentKind.all, readers) {
      problems.kind = kind.tellingName
      for step in kind.steps {
        for reader in readers { step(self, reader) }
      }
    }
  }

  /// Adds a record; two that meet under one key are a problem.
  func add(_ record: any Record, at place: JSONValue) {
    guard !record.key.isEmpty else { return }
    if !batch.add(record, at: place) {
      problems.add(
        place.located(
          "there is a \(type(of: record).table) '\(record.key)' above already",
          hint: "give one of them another key"))
    }
  }

  /// Takes note of a key that a part has from its place alone.
  func placed(_ key: String) -> String {
    placedKeys.insert(key)
    return key
  }

  /// The key of the party a name means, making the party where it is new.
  func party(_ name: String, at place: JSONValue, context: String, origin: Origin) -> String {
    guard !name.isEmpty else { return "" }
    guard name.utf8.count <= Self.longestName, !PartyName(name).key.isEmpty else {
      problems.add(
        place.located(
          name.utf8.count > Self.longestName
            ? "a name has at most \(Self.longestName) letters" : "'\(name)' holds no letter"))
      return ""
    }
    switch parties.resolve(name, context: context, createsNearMisses: createsParties) {
    case .known(let key): return key
    case .new(let key):
      if let told = refused.place(ofPartyNamed: name) {
        problems.add(
          place.located(
            "rests on the party '\(name)' at \(told), which is refused", hint: "mend that one first"
          ))
        return ""
      }
      makeParty(key, named: name, at: place, origin: origin)
      return key
    case .near(let candidates):
      problems.add(
        place.located(
          "'\(name)' \(PartyMatch.nearness(of: name, to: candidates))",
          hint: "write it so, or say \(PartyMatch.choices(name, candidates.map(\.key)))"
            + " if it is that one, --create-parties if it is another"))
    case .ambiguous(let keys):
      problems.add(
        place.located(
          "'\(name)' is the name of \(keys.joined(separator: " and "))",
          hint: "use a name only one of them has, or say \(PartyMatch.choices(name, keys))"))
    }
    return ""
  }

  private func makeParty(_ key: String, named name: String, at place: JSONValue, origin: Origin) {
    var party = Party(key: key)
    party.name = name
    party.kind = "unknown"
    party.origin = Origin(source: origin.source)
    batch.add(party, at: place)
    addName(name, kind: nil, of: party, at: place)
    parties.learn(party: key, name: name)
    if !PartyName(name).isAnonymous { newParties.append(name) }
  }

  func addName(
    _ name: String, kind: String?, language: String? = nil, of party: Party, at place: JSONValue
  ) {
    var record = PartyNameRecord(of: party, name)
    record.kind = kind ?? record.kind
    record.language = language
    batch.add(record, at: place)
  }
}

extension PartyNameRecord {
  /// A name of a party as it is kept where no more is said of it.
  init(of party: Party, _ name: String) {
    self.init(key: "\(party.key)/name/\(RecordKey.made(fromName: name))")
    self.party = party.key
    self.name = name
    folded = PartyName(name).key
    kind = "trading"
    origin = party.origin
  }
}
