internal import SQLite
internal import Tabular

/// What a row held before a change, as an entry of `row_history` keeps it.
struct RowImage: Sendable {
  /// The values by column. A column that was added to the schema later has none.
  let values: [String: Value]

  subscript(column: String) -> Value { values[column] ?? .null }

  /// The run that added the row; nil for a row that no run had adopted yet.
  var run: Int64? { integer("run_id") }

  func integer(_ column: String) -> Int64? {
    if case .integer(let number) = self[column] { number } else { nil }
  }

  func text(_ column: String) -> String? {
    if case .text(let text) = self[column] { text } else { nil }
  }

  /// Reads the JSON of an entry.
  ///
  /// - Returns: nil for `null`: there was no such row.
  /// - Throws: `LedgerError.damagedHistory` for what no trigger of a ledger writes.
  init?(_ json: String, entry: Int64) throws {
    if json == "null" { return nil }
    var values: [String: Value] = [:]
    do throws(SourceProblem) {
      for member in try JSONDocument(json).root.members ?? [] {
        values[member.name] = Self.value(member.value)
      }
    } catch {
      throw LedgerError.damagedHistory(entry: entry)
    }
    guard values["id"] != nil else { throw LedgerError.damagedHistory(entry: entry) }
    self.values = values
  }

  /// One of a row's values.
  init(_ values: [String: Value]) { self.values = values }

  private static func value(_ json: JSONValue) -> Value? {
    switch json.kind {
    case .null: .null
    case .string: .text(json.string ?? "")
    case .number: number(json.sourceText)
    case .object: bytes(json)
    case .boolean, .array: nil
    }
  }

  private static func number(_ text: String) -> Value? {
    if let integer = Int64(text) { return .integer(integer) }
    return Double(text).map { .real($0) }
  }

  private static func bytes(_ json: JSONValue) -> Value? {
    if let blob = json["blob"]?.string { return decoded(blob).map { .blob($0) } }
    guard let text = json["text"]?.string, let bytes = decoded(text) else { return nil }
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  private static func decoded(_ hexadecimal: String) -> [UInt8]? {
    let digits = hexadecimal.compactMap { $0.hexDigitValue }
    guard digits.count == hexadecimal.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(truncatingIfNeeded: digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
