public import Ledger
internal import SQLite

/// What a search came to, as rows.
public enum FindScreen {
  /// The records in their order, with the text in which the words stand where it is not the name.
  public static func result(_ found: [FoundRecord], lookingFor text: String) -> ResultSet {
    ResultSet(
      columns: ["kind", "key", "name", "found_in", "text"].map { .init(name: $0, unit: "text") },
      rows: found.map { record in
        let isName = record.place == .name || record.place == .key
        return [
          .text(record.kind), .text(record.key), .text(record.name),
          .text(record.errors > 0 ? "a name like it" : record.place.rawValue),
          isName && record.text == record.name || record.place == .key
            ? .null : .text(snippet(of: record.text, around: text)),
        ]
      })
  }

  /// Some words before and after the first that was looked for.
  private static func snippet(of text: String, around wanted: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let first = wanted.lowercased().split(whereSeparator: \.isWhitespace).first ?? ""
    let place = words.firstIndex { $0.lowercased().contains(first) } ?? 0
    let start = max(0, place - 6)
    let end = min(words.count, place + 10)
    return (start > 0 ? "… " : "") + words[start..<end].joined(separator: " ")
      + (end < words.count ? " …" : "")
  }
}
