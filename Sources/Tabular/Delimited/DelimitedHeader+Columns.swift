extension DelimitedHeader {
  /// Which column of a file holds what.
  public struct Columns<Meaning: Hashable & Sendable>: Sendable {
    /// The columns that are known, by what they hold.
    public let indexes: [Meaning: Int]
    /// The columns whose names are not known, in the order of the file.
    public let unknown: [Column]
    /// Columns that hold the same as one before them.
    public let problems: [SourceProblem]

    /// The index of the column that holds something; `nil` when there is none.
    public subscript(meaning: Meaning) -> Int? { indexes[meaning] }
  }

  /// Finds columns by a table of the names that each meaning has.
  ///
  /// - Parameter names: The names of each meaning, however they are written. No name can have two
  ///   meanings.
  public func columns<Meaning>(named names: [Meaning: [String]]) -> Columns<Meaning> {
    var meanings: [String: Meaning] = [:]
    for (meaning, synonyms) in names {
      for name in synonyms {
        let other = meanings.updateValue(meaning, forKey: Self.key(name))
        precondition(other == nil || other == meaning, "“\(name)” has two meanings")
      }
    }
    var indexes: [Meaning: Int] = [:]
    var unknown: [Column] = []
    var problems: [SourceProblem] = []
    for (index, column) in columns.enumerated() where !column.key.isEmpty {
      guard let meaning = meanings[column.key] else {
        unknown.append(column)
        continue
      }
      if let first = indexes[meaning] {
        // Two equal names are told by the header itself.
        guard columns[first].key != column.key else { continue }
        let message = "the columns “\(columns[first].name)” and “\(column.name)” mean the same"
        problems.append(column.problem(message, hint: "remove one or rename it"))
      } else {
        indexes[meaning] = index
      }
    }
    return Columns(indexes: indexes, unknown: unknown, problems: problems)
  }
}
