/// The first part of a saved query: `parameter AS (SELECT coalesce(:stage, 'binding') AS stage, …)`.
struct ParameterPart {
  /// Its text.
  let sql: String
  /// The column that holds each parameter, where it holds no other.
  let columns: [String: String]

  /// The part of a query; nil where it does not begin with one.
  init?(of query: String) {
    let bytes = Array(query.utf8)
    var words = SQLWords(bytes)
    guard words.next()?.uppercased() == "WITH" else { return nil }
    var word = words.next()?.uppercased()
    if word == "RECURSIVE" { word = words.next()?.uppercased() }
    guard word == "PARAMETER" else { return nil }
    let start = words.lastStart
    var depth = 0
    var item: [String] = []
    var columns: [String: String] = [:]
    while let word = words.next() {
      if word == ")" { depth -= 1 }
      let isEnd = depth == 0 && word == ")"
      if isEnd || depth == 1 && word == "," {
        Self.note(item, in: &columns)
        item = []
      } else if depth > 0 {
        item.append(word)
      }
      if word == "(" { depth += 1 }
      guard isEnd else { continue }
      sql = String(decoding: bytes[start..<words.place], as: UTF8.self)
      self.columns = columns
      return
    }
    return nil
  }

  /// Of `coalesce(:by, 'year') AS period`, that `by` is in `period`.
  private static func note(_ item: [String], in columns: inout [String: String]) {
    let names = item.indices.dropLast().filter { item[$0] == ":" }.map { item[$0 + 1] }
    guard names.count == 1, item.count > 2, item[item.count - 2].uppercased() == "AS" else {
      return
    }
    columns[names[0]] = item[item.count - 1]
  }
}
