internal import CSQLite

extension Connection {
  /// What may be done with a file.
  public enum Mode: Hashable, Sendable {
    /// Read and write a file that exists.
    case readWrite
    /// Read and write, and make the file if there is none.
    case create
    /// Only read.
    case readOnly
    /// Only read a file that nobody changes meanwhile, such as a published snapshot. No locks are
    /// taken, and a file on a read-only medium opens in any journal mode. If somebody does
    /// change it, answers are wrong.
    case immutable
    /// A private database without a file.
    case memory
  }
}

extension Connection.Mode {
  /// Whether the connection writes to a file, which then must survive a crash.
  var isWritable: Bool {
    self == .readWrite || self == .create
  }

  /// Whether the connection reads a file and cannot write to it.
  var isReading: Bool {
    self == .readOnly || self == .immutable
  }

  var flags: Int32 {
    switch self {
    case .readWrite: SQLITE_OPEN_READWRITE
    case .create, .memory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .readOnly: SQLITE_OPEN_READONLY
    case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    }
  }
}
