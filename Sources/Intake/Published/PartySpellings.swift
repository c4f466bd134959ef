import SQLite

/// The parties on record by LEI and by the very spelling of their names, legal form and all: the
/// companies of a group often differ in it alone.
struct PartySpellings {
  private var byLEI: [String: String] = [:]
  private var leis: [String: String] = [:]
  /// Parties by spelling; nil where several have the name.
  private var bySpelling: [String: String?] = [:]

  init(in transaction: borrowing Transaction) throws {
    var byLEI: [String: String] = [:]
    try transaction.forEachRow(
      """
      SELECT i.value, p.key FROM party_identifier i JOIN party p ON p.id = i.party_id
      WHERE i.scheme = 'lei' ORDER BY i.id
      """
    ) { row in byLEI[try row(0, as: String.self)] = try row(1, as: String.self) }
    var bySpelling: [String: String?] = [:]
    try transaction.forEachRow(
      "SELECT n.name, p.key FROM party_name n JOIN party p ON p.id = n.party_id"
    ) { row in
      let (spelling, key) = (Self.spelling(try row(0)), try row(1, as: String.self))
      if let held = bySpelling[spelling], held != key {
        bySpelling[spelling] = .some(nil)
      } else {
        bySpelling[spelling] = key
      }
    }
    (self.byLEI, self.bySpelling) = (byLEI, bySpelling)
    for (lei, key) in byLEI { leis[key] = lei }
  }

  func party(withLEI lei: String) -> String? { byLEI[lei] }

  func lei(of party: String) -> String? { leis[party] }

  /// The one party with a name of this spelling.
  func party(spelled name: String) -> String? { bySpelling[Self.spelling(name)] ?? nil }

  mutating func learn(lei: String, of party: String) {
    byLEI[lei] = party
    leis[party] = lei
  }

  /// Letters and digits in small letters, with one space between words.
  private static func spelling(_ name: String) -> String {
    var words = ""
    var isGap = false
    for scalar in name.unicodeScalars {
      // Points and commas do not part words: N.V. is NV.
      if scalar == "." || scalar == "," || scalar == "'" || scalar == "’" { continue }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        isGap = !words.isEmpty
        continue
      }
      if isGap { words += " " }
      isGap = false
      words += scalar.properties.lowercaseMapping
    }
    return words
  }
}
