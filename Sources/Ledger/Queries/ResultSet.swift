public import SQLite

/// What a question came to: columns with their units, rows of stored values.
public struct ResultSet: Sendable, Equatable {
  /// A column of the result.
  public struct Column: Sendable, Equatable {
    public let name: String
    /// `USD`, `percent`, `date`, `text`, `count`, …; nil where nothing is known of it.
    public let unit: String?

    public init(name: String, unit: String? = nil) {
      self.name = name
      self.unit = unit
    }
  }

  public var columns: [Column]
  public var rows: [[Value]]

  public init(columns: [Column], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }

  /// How much of the data a result rests on.
  public struct Coverage: Sendable, Equatable {
    public var rowsUsed: Int64 = 0
    public var withoutAmount: Int64 = 0
    public var unconverted: Int64 = 0
    public var contradicted: Int64 = 0
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
    return Coverage(
      rowsUsed: sum(0), withoutAmount: sum(1), unconverted: sum(2), contradicted: sum(3))
  }

  /// The result without the columns that tell its coverage.
  public var withoutCoverage: ResultSet {
    guard coverage != nil else { return self }
    return ResultSet(columns: columns.dropLast(4), rows: rows.map { $0.dropLast(4) })
  }
}
