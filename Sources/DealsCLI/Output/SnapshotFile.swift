import Glibc
import SQLite

/// A copy of the ledger that nobody writes to.
enum SnapshotFile {
  /// Writes one, in the place of one that is there, and takes the right to write it away.
  static func write(_ connection: inout Connection, to path: String) throws -> FileHash {
    try Draft.database(at: path) { draft in
      try connection.vacuum(into: draft)
      let hash = try FileHash(of: draft, isForcedToDisk: true)
      guard chmod(draft, 0o444) == 0 else {
        throw FileProblem(path: draft, problem: "cannot be written", status: .cannotWrite)
      }
      return hash
    }
  }
}
