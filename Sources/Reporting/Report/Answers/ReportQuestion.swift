/// A saved query as the report asks it, beside what the whole report is asked with.
struct ReportQuestion: Hashable, Sendable {
  /// A value that another answer gives: the first texts of a column, with blanks between.
  struct Reference: Hashable, Sendable {
    /// The parameter that takes it.
    let parameter: String
    /// The query whose answer gives it, which is asked before.
    let query: String
    let column: String
    /// How many rows are taken at the most.
    let most: Int
  }

  /// The name of the query.
  let query: String
  /// What it is asked with besides.
  let settings: [String: String]
  let reference: Reference?
  /// Whether the answer is a list, of which the page shows the first rows and what all come to.
  let isList: Bool

  init(
    _ query: String, _ settings: [String: String] = [:], reference: Reference? = nil,
    isList: Bool = false
  ) {
    self.query = query
    self.settings = settings
    self.reference = reference
    self.isList = isList
  }
}
