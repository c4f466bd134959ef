/// The two numbers in the header of a file that belong to the application.
extension Database where Self: ~Copyable {
  /// The version that the application gives its schema; 0 in a new file.
  ///
  /// See <https://www.sqlite.org/pragma.html#pragma_user_version>.
  public var userVersion: Int32 {
    get throws(SQLiteError) { try value("PRAGMA user_version") ?? 0 }
  }

  /// Sets ``userVersion``, as part of the transaction if there is one.
  public func setUserVersion(_ version: Int32) throws(SQLiteError) {
    try execute("PRAGMA user_version = \(version)")
  }

  /// The number by which an application knows its files; 0 in a new file.
  ///
  /// See <https://www.sqlite.org/pragma.html#pragma_application_id>.
  public var applicationID: Int32 {
    get throws(SQLiteError) { try value("PRAGMA application_id") ?? 0 }
  }

  /// Sets ``applicationID``, as part of the transaction if there is one.
  public func setApplicationID(_ identifier: Int32) throws(SQLiteError) {
    try execute("PRAGMA application_id = \(identifier)")
  }
}
