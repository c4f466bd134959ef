internal import SQLite

extension Check {
  /// The file itself is sound.
  static let pages = Check(name: "pages", looksFor: "damaged pages and indexes") { connection in
    try connection.integrityCheck().map { (subject: "file", problem: $0) }
  }

  /// Every reference finds its row.
  static let foreignKeys = Check(
    name: "foreign-keys", looksFor: "references to rows that are not there"
  ) { connection in
    try connection.foreignKeyViolations().map {
      (
        subject: "\($0.table) row \($0.rowID.map(String.init) ?? "?")",
        problem: "refers to a row of \($0.parent) that is not there"
      )
    }
  }

  /// Every record cites who said it; a verdict on parties is the reader's own, with its reason.
  static let sources = Check(name: "sources", looksFor: "records without a source") { connection in
    var found: [(subject: String, problem: String)] = []
    for type in RecordTables.types where type.table != Source.table {
      let isLink = type.table == PartyLink.table
      let own = isLink ? " AND t.kind NOT IN ('same', 'different', 'unsure')" : ""
      found += try connection.query(
        """
        SELECT \(type.keyExpression) FROM \(type.table) t WHERE t.source_id IS NULL\(own) ORDER BY 1
        """
      ) {
        (subject: "\(type.table) \(try $0(0, as: String.self))", problem: "cites no source")
      }
    }
    return found
  }

  /// Derived rows are what the records give.
  static let derived = Check(
    name: "derived", looksFor: "derived rows that are not what the records give"
  ) { connection in
    try Figures.stale(in: connection).map {
      (subject: $0.table, problem: "\($0.rows) rows differ from what the records give")
    }
  }

  /// The file explains itself.
  static let dictionary = Check(
    name: "dictionary", looksFor: "tables, views and columns without a word of explanation"
  ) { connection in
    let added = Set(try LedgerObjects.additions(in: connection).map { $0.words.last ?? "" })
    return try DataDictionary.unexplained(in: connection)
      .filter { !added.contains(String($0.prefix { $0 != "." })) }
      .map { (subject: $0, problem: "is not in data_dictionary") }
  }

  /// Nothing of the schema is gone.
  static let schema = Check(
    name: "schema", looksFor: "tables, views, indexes and triggers that are gone or changed"
  ) { connection in
    try LedgerObjects.missing(in: connection).map {
      (subject: $0, problem: "is not there; `deals migrate` makes views and triggers again")
    }
      + LedgerObjects.altered(in: connection).map {
        (
          subject: $0,
          problem: ["trigger", "view"].contains($0.words.first)
            ? "has another text; `deals migrate` makes it again" : "has another text"
        )
      }
      + ForeignSchema(in: connection, forWriting: true).acting.map {
        (subject: $0, problem: "is none of this program's, and keeps the file from being written")
      }
  }

  /// The schema's history is the one this program has.
  static let steps = Check(
    name: "steps", looksFor: "steps of the schema that ran with another text"
  ) { connection in
    try Migrator.rewrittenSteps(in: connection).map {
      (subject: $0, problem: "ran with another text than this program has")
    }
  }

  /// Words of open lists are in the list.
  static let codes = Check(
    name: "codes", looksFor: "words that are in no code list"
  ) { connection in
    var found: [(subject: String, problem: String)] = []
    for type in RecordTables.types {
      for (column, list) in type.codeColumns {
        found += try connection.query(
          """
          SELECT \(type.keyExpression), \(column) FROM \(type.table) t
          WHERE \(column) IS NOT NULL
            AND \(column) NOT IN (SELECT code FROM code WHERE list = ?) ORDER BY 1
          """, [list]
        ) { row in
          (
            subject: "\(type.table) \(try row(0, as: String.self))",
            problem: "\(column) '\(try row(1, as: String.self))' is not in the list \(list)"
          )
        }
      }
    }
    return found
  }
}

extension String {
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
