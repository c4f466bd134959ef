internal import CSQLite

extension Session {
  var changes: Int { Int(unsafe sqlite3_changes64(database)) }

  var totalChanges: Int { Int(unsafe sqlite3_total_changes64(database)) }

  var lastInsertRowID: Int64 { unsafe sqlite3_last_insert_rowid(database) }

  var isReadOnly: Bool { unsafe sqlite3_db_readonly(database, "main") == 1 }
}
