/// The first line of a delimited text: the names of its columns.
public struct DelimitedHeader: Sendable {
  /// A column of the header.
  public struct Column: Hashable, Sendable {
    /// Its name as it stands, without blanks around it.
    public let name: String
    /// The name that is compared: see `DelimitedHeader.key(_:)`.
    public let key: String
    /// Where the name stands.
    public let position: SourcePosition

    /// A problem with this column, at its place.
    public func problem(_ message: String, hint: String? = nil) -> SourceProblem {
      SourceProblem(position: position, message: message, hint: hint)
    }
  }

  /// The columns in the order of the file; none when the line could not be read.
  public let columns: [Column]
  /// What is wrong with the line: it cannot be read, a name is empty, two names are the same.
  public let problems: [SourceProblem]
  private let indexes: [String: Int]

  init(_ record: borrowing DelimitedRecord) {
    var columns: [Column] = []
    var places = record.places
    for index in 0..<record.count {
      let name = Self.trimmed(record.text(index))
      let position =
        record.origin?.position(line: record.line, field: index)
        ?? places.position(of: record.rawRange(of: index).lowerBound)
      columns.append(Column(name: name, key: Self.key(name), position: position))
    }
    var indexes: [String: Int] = [:]
    var problems: [SourceProblem] = []
    for (index, column) in columns.enumerated() {
      if column.key.isEmpty {
        problems.append(column.problem("a column has no name"))
      } else if let first = indexes[column.key] {
        let message = "the column “\(column.name)” stands twice in the header"
        let place = "first as “\(columns[first].name)” at \(columns[first].position)"
        problems.append(column.problem(message, hint: place))
      } else {
        indexes[column.key] = index
      }
    }
    self.columns = columns
    self.problems = problems
    self.indexes = indexes
  }

  /// A header line that could not be read.
  init(problems: [SourceProblem]) {
    columns = []
    self.problems = problems
    indexes = [:]
  }

  /// The index of the column of a name, however it is written; `nil` when there is none.
  public subscript(name: String) -> Int? { indexes[Self.key(name)] }

  /// A name as it is compared: in lower case, with one `_` for each run of blanks, hyphens and
  /// underscores, and none at its ends. `Announced on` and `ANNOUNCED-ON` are `announced_on`.
  public static func key(_ name: String) -> String {
    let isGap: (Unicode.Scalar) -> Bool = { scalar in
      scalar.properties.isWhitespace || scalar.properties.isDash || scalar == "_"
    }
    return name.lowercased().unicodeScalars.split(whereSeparator: isGap)
      .map { String($0) }.joined(separator: "_")
  }

  private static func trimmed(_ name: String) -> String {
    var scalars = name.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}
