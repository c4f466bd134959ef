internal import Ledger
internal import SQLite

/// What the rows of an answer come to, added up as they go by: a list of a million needs no memory.
struct AnswerTotals {
  /// How many rows went by.
  private(set) var rows = 0
  private let columns: [String]
  private var sums: [Double?]

  /// Those of no rows.
  init(columns: [String]) {
    self.columns = columns
    sums = Array(repeating: nil, count: columns.count)
  }

  /// Adds the numbers of the row a statement stands on.
  mutating func add(_ row: borrowing Row) throws {
    rows += 1
    for index in sums.indices {
      let number: Double
      switch try row.storageClass(index) {
      case .integer: number = Double(try row(index, as: Int64.self))
      case .real: number = try row(index)
      default: continue
      }
      sums[index] = (sums[index] ?? 0) + number
    }
  }

  /// The sum of a column; nil where no row has a number there.
  func sum(_ column: String) -> Double? {
    columns.firstIndex(of: column).flatMap { sums[$0] }
  }

  /// The sums of the columns that tell the coverage; nil where the last columns are others.
  var coverage: ResultSet.Coverage? {
    guard Array(columns.suffix(4)) == SavedQuery.coverageColumns else { return nil }
    func count(_ place: Int) -> Int64 { Int64(sums[columns.count - 4 + place] ?? 0) }
    var coverage = ResultSet.Coverage()
    coverage.rowsUsed = count(0)
    coverage.withoutAmount = count(1)
    coverage.unconverted = count(2)
    coverage.contradicted = count(3)
    return coverage
  }
}
