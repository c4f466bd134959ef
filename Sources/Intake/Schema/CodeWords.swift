/// How the codes of each list are written: as they are stored, with spaces, or as they are shown.
enum CodeWords {
  /// The words of each list out of the table of codes, whose columns are list, code and label.
  static func all(_ table: String) -> [String: [String]] {
    var words: [String: [String]] = [:]
    for line in table.split(separator: "\n").dropFirst() where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 3 else { continue }
      let (list, code, label) = (cells[0], cells[1], cells[2])
      let spaced = String(code.map { $0 == "_" ? " " : $0 })
      for word in [code, spaced, label, label.lowercased()]
      where !(words[list] ?? []).contains(word) {
        words[list, default: []].append(word)
      }
    }
    return words
  }
}
