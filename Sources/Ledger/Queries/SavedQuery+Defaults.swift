public import SQLite

extension SavedQuery {
  /// The value each parameter has in an answer: the one given, else the default that the query's
  /// first part, `parameter`, takes.
  ///
  /// `values`: what the query is asked with.
  ///
  /// - Returns: By name. A parameter is missing where the SQL has another form, or no default.
  public func effectiveValues(
    _ values: [String: String], in connection: borrowing Connection
  ) -> [String: String] {
    // A query of one's own may be written in any way; then only what is given is known.
    guard let part = ParameterPart(of: sql),
      let answer = try? QueryRunner.run(
        "WITH \(part.sql) SELECT * FROM parameter", values: values, in: connection),
      let row = answer.rows.first
    else { return values }
    var effective: [String: String] = [:]
    for parameter in parameters {
      let column = part.columns[parameter.name] ?? parameter.name
      guard let index = answer.columns.firstIndex(where: { $0.name == column }) else { continue }
      effective[parameter.name] = row[index].plainText
    }
    return effective.merging(values) { _, given in given }
  }
}

extension Value {
  /// A number or text as it is written; nil for nothing, and for bytes.
  fileprivate var plainText: String? {
    switch self {
    case .integer(let number): String(number)
    case .real(let number):
      number == number.rounded() && number.magnitude < 9e15 ? String(Int64(number)) : String(number)
    case .text(let text): text
    case .null, .blob: nil
    }
  }
}
