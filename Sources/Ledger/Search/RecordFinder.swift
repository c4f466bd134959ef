public import SQLite

/// A record that a text was found on.
public struct FoundRecord: Sendable, Equatable {
  /// Where it was found, the best first.
  public enum Place: String, Sendable, CaseIterable {
    /// In its amount, or in what a source says of that.
    case amount
    /// In its key.
    case key
    /// In one of its names.
    case name
    /// In the words of a source.
    case words
    /// In what is noted about it.
    case notes
  }

  /// The kind of record.
  public let kind: String
  /// Its key.
  public let key: String
  /// Its name; of a part that has only a kind, that of its record before it.
  public let name: String
  /// Where the text stands.
  public let place: Place
  /// The text it stands in.
  public let text: String
  /// How many typing errors lie between what was looked for and the name.
  public let errors: Int
  /// Whether all that was looked for are whole words of the text.
  let isWhole: Bool
}

/// Finds records by their names, their notes and the words of sources.
public enum RecordFinder {
  /// The records on which all words stand, each once, at its best place; where no name has them,
  /// those whose names come near as well. Where the text is an amount, the records of that amount
  /// come first.
  ///
  /// Names are compared as parties are: without marks, capitals and points.
  ///
  /// - Throws: `SQLiteError`.
  public static func find(
    _ text: String, in database: borrowing some Database & ~Copyable
  ) throws -> [FoundRecord] {
    let words = SearchWords(text)
    guard !words.words.isEmpty else { return [] }
    let amounts = SoughtAmount.readings(of: text)
    let ofAmount = try amounts.flatMap { try $0.records(in: database) }
      .sorted { $0.rank < $1.rank }.map(\.record)
    var found = try SearchedText.matching(words.patterns, in: database).filter {
      words.stand(in: $0.text)
    }.map { FoundRecord($0, words, errors: 0) }
    if amounts.isEmpty, !found.contains(where: { $0.place == .name }) {
      found += try SearchedText.names(in: database).compactMap { name in
        words.errors(in: name.text).map { FoundRecord(name, words, errors: $0) }
      }
    }
    var seen: Set<String> = []
    found.sort { $0.rank(text) < $1.rank(text) }
    // Whose words were looked for is shown with them, in the place of its amount.
    let inOrder = ofAmount.map { amount in
      found.first { $0.place == .words && $0.key == amount.key && $0.kind == amount.kind } ?? amount
    }
    return try (inOrder + found).filter {
      seen.insert("\($0.kind) \($0.key)").inserted
    }.map { try $0.namedByRecord(in: database) }
  }
}

extension FoundRecord {
  init(_ text: SearchedText, _ words: SearchWords, errors: Int) {
    kind = text.kind
    key = text.key
    name = text.name
    place = text.place
    self.text = text.text
    self.errors = errors
    isWhole = words.areWhole(in: text.text)
  }

  /// What people look for first.
  fileprivate static let kinds = ["party", "deal", "contract", "tranche", "observation"]

  fileprivate func rank(_ text: String) -> (Int, Int, Int, Int, String) {
    if key == text { return (0, 0, 0, 0, kind) }
    let places: [Place: Int] = [.name: 1, .key: 2, .words: 3, .notes: 4]
    return (
      1 + 2 * errors + (isWhole ? 0 : 1), places[place] ?? 5,
      Self.kinds.firstIndex(of: kind) ?? Self.kinds.count, self.text.utf8.count, key
    )
  }
}

extension FoundAmount {
  /// In the currency that is named before others, as it is written before what rounds to it.
  fileprivate var rank: (Int, Int, Int, String) {
    (
      isForeign ? 1 : 0, isWritten ? 0 : 1,
      FoundRecord.kinds.firstIndex(of: record.kind) ?? FoundRecord.kinds.count, record.key
    )
  }
}
