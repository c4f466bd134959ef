internal import Ledger
internal import SQLite
internal import Tabular

/// What stands above a record: its name, what it is, and the key it is known by.
struct RecordHeading {
  private let name: String
  private let kind: String
  private let key: String
  /// The columns of its view that it tells.
  let columns: Set<String>

  init(_ record: RecordScreen.Record, columns: [String], row: [Value]) {
    let values = Dictionary(zip(columns, row)) { first, _ in first }
    func text(_ column: String) -> String? {
      if case .text(let text)? = values[column] { text } else { nil }
    }
    let named = [record.kind, "metric", "title", "record", "role"].first { text($0) != nil }
    name = named.flatMap(text) ?? record.key
    let word = record.kind == "observation" ? "statistic" : record.kind.words
    let sort = ["kind", "instrument"].first { text($0) != nil }
    kind = [word, sort.flatMap(text)?.words].compactMap { $0 }.joined(separator: " · ")
    key = record.key
    self.columns = Set([record.keyColumn, named, sort].compactMap { $0 })
  }

  /// Two lines, with the numbers of the sources behind the record.
  func text(_ sources: [Int], isContested: Bool, style: TerminalStyle) -> String {
    let numbers = sources.map(String.init).joined(separator: ", ")
    let cite = numbers.isEmpty ? "" : " [\(numbers)]"
    let name = isContested ? name + " (contested)" : name
    let below = TerminalText.neutralised("\(kind) · \(key)")
    return "\(style.bold(TerminalText.neutralised(name)))\n\(below)\(cite)\n\n"
  }
}
