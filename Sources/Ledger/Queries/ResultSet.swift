public import SQLite

/// What a question came to: columns with their units, rows of stored values.
public struct ResultSet: Sendable, Equatable {
  /// A column of the result.
  public struct Column: Sendable, Equatable {
    /// The name it is shown by.
    public let name: String
    /// `USD`, `percent`, `date`, `text`, `count`, …; nil where nothing is known of it.
    public let unit: String?

    /// One with what is given.
    public init(name: String, unit: String? = nil) {
      self.name = name
      self.unit = unit
    }
  }

  /// What is stored of one, column by column.
  public var columns: [Column]
  /// The rows, each with a value a column.
  public var rows: [[Value]]

  /// One with what is given.
  public init(columns: [Column], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }

  /// How much of the data a result rests on.
  public struct Coverage: Sendable, Equatable {
    /// Records whose amount is in the result.
    public var rowsUsed: Int64 = 0
    /// Records without an amount.
    public var withoutAmount: Int64 = 0
    /// Records whose amount could not be converted.
    public var unconverted: Int64 = 0
    /// Records in an unresolved contradiction.
    public var contradicted: Int64 = 0

    /// One of no records.
    public init() {}
  }

  /// The coverage of the result where its last columns tell it: the sums over its rows.
  public var coverage: Coverage? {
    let names = columns.map(\.name)
    guard Array(names.suffix(4)) == SavedQuery.coverageColumns else { return nil }
    func sum(_ index: Int) -> Int64 {
      rows.reduce(0) { total, row in
        if case .integer(let number) = row[names.count - 4 + index] { return total + number }
        return total
      }
    }
    var coverage = Coverage()
    coverage.rowsUsed = sum(0)
    coverage.withoutAmount = sum(1)
    coverage.unconverted = sum(2)
    coverage.contradicted = sum(3)
    return coverage
  }

  /// The result without the columns that tell its coverage.
  public var withoutCoverage: ResultSet {
    guard coverage != nil else { return self }
    return ResultSet(columns: columns.dropLast(4), rows: rows.map { $0.dropLast(4) })
  }
}
