internal import Finance
internal import SQLite

extension SavedQuery.Parameter {
  /// The words a value may be, where the type has a closed list of them; nil elsewhere.
  ///
  /// `choice(a|b)` has its own; `stage`, `rule`, `rollup` and `yes_no` those of the program.
  public var choices: [String]? {
    switch type {
    case "stage": Stage.allCases.map(\.rawValue)
    case "rule": CompositeRule.allCases.map(\.rawValue)
    case "rollup": PartyRollup.allCases.map(\.rawValue)
    case "yes_no": ["yes", "no"]
    default: argument(of: "choice")?.split(separator: "|").map(String.init)
    }
  }

  /// What is wrong with a value, by the parameter's type; nil when nothing is.
  func problem(
    with value: String, in database: borrowing some Database & ~Copyable
  ) throws -> String? {
    if let choices {
      return choices.contains(value)
        ? nil : "no '\(value)'; one of \(choices.joined(separator: ", "))"
    }
    if let range = argument(of: "number") { return Self.problem(with: value, in: range) }
    if let list = argument(of: "code") {
      let codes = try database.query("SELECT code FROM code WHERE list = ? ORDER BY code", [list]) {
        try $0(0, as: String.self)
      }
      return codes.contains(value)
        ? nil : "no '\(value)' in the list \(list); one of \(codes.joined(separator: ", "))"
    }
    switch type {
    case "date":
      do throws(DateError) { _ = try Day(value) } catch { return "\(error)" }
      return nil
    case "fx":
      guard value != "deal_date", value != "as_of", (try? Day(value)) == nil else { return nil }
      return "no '\(value)'; deal_date, as_of, or a day as 2026-06-30"
    case "currency":
      return Currency(code: value) == nil
        ? "no currency '\(value)'; three letters as USD" : nil
    case "number":
      return (try? ExactDecimal(value)) == nil ? "'\(value)' is no number; write 12 or 0.5" : nil
    default: return nil
    }
  }

  /// What a value stands for: the key of the record that has it as its key or name, where the type
  /// is `party`, `parties`, `deal` or `record`; else the value itself. An answer about nobody looks
  /// like one about somebody who owes nothing.
  ///
  /// - Throws: `LedgerError.unknownRecord`, and `.rule` for a name of several.
  func meaning(
    of value: String, in database: borrowing some Database & ~Copyable
  ) throws -> String {
    switch type {
    case "party", "deal": try RecordLookup.key(of: value, kinds: [type], in: database)
    case "parties":
      try value.split(separator: " ")
        .map { try RecordLookup.key(of: String($0), kinds: ["party"], in: database) }
        .joined(separator: " ")
    case "record": try RecordLookup.key(of: value, in: database)
    default: value
    }
  }

  /// What is wrong with the type itself; nil for one that is known.
  var unknownType: String? {
    let known = [
      "date", "fx", "currency", "stage", "rule", "rollup", "yes_no", "number", "text", "choice",
      "code", "party", "parties", "deal", "record",
    ]
    let word = type.prefix { $0 != "(" }
    return known.contains(String(word))
      ? nil : "no type '\(type)'; one of \(known.joined(separator: ", "))"
  }

  /// What stands in the parentheses of a type such as `number(1..600)`.
  private func argument(of word: String) -> Substring? {
    guard type.hasPrefix("\(word)("), type.hasSuffix(")") else { return nil }
    return type.dropFirst(word.count + 1).dropLast()
  }

  /// A number within `least..most`.
  private static func problem(with value: String, in range: Substring) -> String? {
    let ends = range.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard let number = Double(value), number.isFinite, (try? ExactDecimal(value)) != nil,
      ends.count == 2, let least = Double(ends[0]), let most = Double(ends[1]),
      (least...most).contains(number)
    else { return "'\(value)' is no number from \(ends.joined(separator: " to "))" }
    return nil
  }
}
