public import Ledger

extension CitedSource {
  /// In a line: title, publisher, day, address, grade.
  public var line: String {
    [title, publisher, dayWords, url, gradeWords].compactMap { $0 }.joined(separator: " · ")
  }

  /// The day it was published, else that it was read; nil where neither is known.
  var dayWords: String? {
    switch (publishedOn, publishedUntil) {
    case (let first?, let last?) where first != last: "\(first) to \(last)"
    case (let first?, _): first
    default: retrievedOn.map { "read on \($0)" }
    }
  }

  var gradeWords: String? { grade.map { "grade \($0)" } }
}

extension ResultOrigin {
  /// The question and the values it was asked with, in a line; nil where there are none.
  public var line: String? {
    guard let query, !parameters.isEmpty else { return nil }
    let values = parameters.map { "\($0.name) \($0.value ?? "–")" }
    return "asked: \(([query] + values).joined(separator: ", "))"
  }

  /// What the list of sources leaves out; nil where it is whole.
  public var moreSourcesLine: String? {
    var words: [String] = []
    if sources.more > 0 { words.append("and \(sources.more) more") }
    if hasMoreRecords {
      words.append("sources of the first \(ResultTally.mostKeys) records alone")
    }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}
