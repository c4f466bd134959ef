public import Ledger
public import SQLite

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
  /// How many rows it has, and how many more there are.
  var rowsWords: String {
    rowsLeftOut == 0 ? String(rows) : "\(rows), the first of \(rows + rowsLeftOut)"
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

extension Question {
  /// The saved query with the values that hold, in a line; nil where it has no parameters. One
  /// that has no value is left out.
  public func line(in connection: borrowing Connection) -> String? {
    guard let query, !query.parameters.isEmpty else { return nil }
    let effective = query.effectiveValues(values, in: connection)
    let values = query.parameters.compactMap { parameter in
      effective[parameter.name].map { "\(parameter.name) \($0)" }
    }
    return "asked: \(([query.name] + values).joined(separator: ", "))"
  }
}
