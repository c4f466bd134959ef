import Tabular

extension ObjectReader {
  /// What a document that is taken word for word says of how a value came about.
  func isDerived(_ name: String) -> Bool? { isVerbatim ? flag(name) : nil }

  /// A code that other documents leave to a rule.
  func settled(_ name: String, in list: String) -> String? {
    isVerbatim ? code(name, in: list) : nil
  }

  /// A member that names something: a text with letters in it, or an object.
  func named(_ name: String) -> JSONValue? {
    guard let found = member(name) else { return nil }
    guard let text = found.string else { return found }
    return text.contains { !$0.isWhitespace } ? found : nil
  }
}
