public import SQLite

/// What saving a record did.
public enum Change: Equatable, Sendable {
  case added, changed, same
}

extension Repository {
  /// Adds the record, or brings what is stored under its key up to what it says. What it says
  /// nothing about stays as it is; columns of one group are replaced together.
  ///
  /// `fillingOnly`: only fill what the stored record lacks.
  public func save(
    _ record: R, fillingOnly: Bool = false, run: Int64? = nil,
    in transaction: borrowing Transaction
  ) throws -> Change {
    guard let current = try find(record.key, in: transaction) else {
      try insert(record, run: run, in: transaction)
      return .added
    }
    let merged = Self.merge(record, into: current, fillingOnly: fillingOnly)
    return try update(merged, in: transaction) ? .changed : .same
  }

  /// The stored record with what the new one says about it. A group is said when its leading
  /// column is; of a group that is not said only gaps are filled.
  static func merge(_ new: R, into current: R, fillingOnly: Bool) -> R {
    let saidGroups = groups(saidBy: new)
    let heldGroups = groups(saidBy: current)
    var result = new
    for column in R.columns {
      let said = column.group.map(saidGroups.contains) ?? (column.get(new) != .null)
      let held = column.group.map(heldGroups.contains) ?? (column.get(current) != .null)
      let keeps = !said && column.get(current) != .null
      if keeps || fillingOnly && held { column.copy(current, &result) }
    }
    return result
  }

  private static func groups(saidBy record: R) -> Set<String> {
    Set(R.columns.filter { $0.isLeading && $0.get(record) != .null }.compactMap(\.group))
  }
}
