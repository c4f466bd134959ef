public import SQLite

/// Connections that ask beside another one, each in a thread of its own.
public struct FurtherConnections: Sendable {
  /// How many.
  public let count: Int
  /// Opens one that holds the same state of the same ledger.
  public let open: @Sendable () throws -> Connection

  /// So many, which are opened so.
  public init(count: Int, open: @escaping @Sendable () throws -> Connection) {
    self.count = count
    self.open = open
  }

  /// None: the one connection asks alone.
  public static let none = FurtherConnections(count: 0) { try Connection.inMemory() }
}
