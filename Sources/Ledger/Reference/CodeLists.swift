public import SQLite

/// The codes a ledger knows, by list.
public struct CodeLists: Sendable {
  private let codes: [String: Set<String>]
  /// Code by label in lower case, for lists that are written as printed ("S&P").
  private let byLabel: [String: [String: String]]

  /// One with what is given.
  public init(_ database: borrowing some Database & ~Copyable) throws {
    var codes: [String: Set<String>] = [:]
    var byLabel: [String: [String: String]] = [:]
    try database.forEachRow("SELECT list, code, label FROM code") { row in
      let list = try row(0, as: String.self)
      let code = try row(1, as: String.self)
      codes[list, default: []].insert(code)
      byLabel[list, default: [:]][try row(2, as: String.self).lowercased()] = code
    }
    self.codes = codes
    self.byLabel = byLabel
  }

  /// Whether a list has a code.
  public func contains(_ code: String, in list: String) -> Bool {
    codes[list]?.contains(code) ?? false
  }

  /// The code a list has for what is written: the code itself, its words, or its label.
  public func code(for text: String, in list: String) -> String? {
    if contains(text, in: list) { return text }
    let lower = text.lowercased()
    let joined = String(lower.map { $0 == " " || $0 == "-" ? "_" : $0 })
    if contains(joined, in: list) { return joined }
    if let code = codes[list]?.first(where: { $0.lowercased() == lower }) { return code }
    return byLabel[list]?[lower]
  }

  /// The codes of a list in order.
  public func all(in list: String) -> [String] { codes[list]?.sorted() ?? [] }
}
