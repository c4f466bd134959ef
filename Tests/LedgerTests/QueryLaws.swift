@testable import Ledger

/// What holds of the header of a saved query and its first part, for every text.
enum QueryLaws {
  /// The laws that a text breaks.
  static func broken(by bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var broken: [String] = []
    if let query = try? SavedQuery(name: "q", sql: text) {
      let names = query.parameters.map(\.name) + query.columns.map(\.name)
      if names.contains(where: { $0.contains(" ") || $0.contains("\n") }) {
        broken.append("a name is one word")
      }
      if query.sql != text { broken.append("the SQL is the text") }
    }
    if let part = ParameterPart(of: text), !text.contains(part.sql) {
      broken.append("the first part is of the text")
    }
    var words = SQLWords(bytes)
    var place = 0
    while words.next() != nil {
      guard words.place > place else { return broken + ["words go on"] }
      place = words.place
    }
    return broken
  }
}
