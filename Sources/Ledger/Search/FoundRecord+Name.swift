internal import SQLite

extension FoundRecord {
  /// The same with the name of the record it is part of, where its own is no more than a code: a
  /// term that is "other", a leg that is "cash".
  func namedByRecord(in database: borrowing some Database & ~Copyable) throws -> FoundRecord {
    guard let label = RecordTables.naming(of: kind)?.label, Self.codes.contains(label) else {
      return self
    }
    let parts = key.split(separator: "/")
    for count in 1..<max(parts.count, 1) {
      let owner = parts.prefix(count).joined(separator: "/")
      let found = try database.value(
        """
        SELECT name FROM (SELECT key, name FROM deal UNION ALL SELECT key, name FROM contract
          UNION ALL SELECT key, name FROM party UNION ALL SELECT key, name FROM asset)
        WHERE key = ? LIMIT 1
        """, [owner], as: String.self)
      if let found {
        return renamed("\(found): \(String(name.map { $0 == "_" ? " " : $0 }))")
      }
    }
    return self
  }

  /// Columns that name a record by a code alone.
  private static let codes: Set<String> = [
    "kind", "role", "what", "basis", "treatment", "grade",
  ]

  private func renamed(_ name: String) -> FoundRecord {
    FoundRecord(
      kind: kind, key: key, name: name, place: place, text: text, errors: errors, isWhole: isWhole)
  }
}
