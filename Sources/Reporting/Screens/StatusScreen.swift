public import SQLite

public enum StatusScreen {
  public static func text(
    ledger: String, asOf: String?, width: Int?, in connection: borrowing Connection
  ) throws -> String { "" }
}
