/// A saved query as the report asks it, beside what the whole report is asked with.
struct ReportQuestion: Hashable, Sendable {
  /// The name of the query.
  let query: String
  /// What it is asked with besides.
  let settings: [String: String]

  init(_ query: String, _ settings: [String: String] = [:]) {
    self.query = query
    self.settings = settings
  }
}
