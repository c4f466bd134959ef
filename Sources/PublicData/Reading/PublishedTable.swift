internal import Tabular

/// A published table of delimited text, read record by record.
final class PublishedTable {
  let header: DelimitedHeader
  private(set) var problems = ProblemLog()
  var reader: DelimitedReader

  /// Reads the header.
  init(
    name: String, options: DelimitedOptions,
    source: @escaping (inout OutputRawSpan) throws -> Void
  ) throws {
    var reader = DelimitedReader(name: name, options: options, source: source)
    header = try reader.readHeader()
    self.reader = reader
    for problem in header.problems
    // Some publishers end every line with a delimiter.
    where !(header.columns.last?.name.isEmpty ?? false)
      || problem.position != header.columns.last?.position
    {
      problems.add(problem)
    }
  }

  /// Goes to the next record that can be used; `false` at the end.
  func next() throws -> Bool {
    while true {
      switch try reader.next() {
      case .record: return true
      case .rejected(let found): for problem in found { problems.add(problem) }
      case .end: return false
      }
    }
  }

  /// What a field says; `nil` where it says nothing, or there is no such column.
  func text(_ column: Int?) -> String? {
    column.flatMap { GivenText.given(reader.record.text($0)) }
  }

  var position: SourcePosition { reader.record.position }

  func note(_ message: String, of column: Int, hint: String? = nil) {
    problems.add(reader.record.problem(message, of: column, hint: hint))
  }

  func note(_ problem: SourceProblem) {
    problems.add(problem)
  }
}
