import Glibc
import SQLite
import Tabular

/// A copy of the ledger that nobody writes to.
struct SnapshotFile {
  /// Its size.
  let bytes: Int
  /// Its SHA-256 in hexadecimal.
  let digest: String

  /// Writes one, in the place of one that is there, and takes the right to write it away.
  static func write(_ connection: inout Connection, to path: String) throws -> SnapshotFile {
    let draft = path + ".new"
    unlink(draft)
    do {
      try connection.vacuum(into: draft)
      let snapshot = try read(draft)
      try Files.move(draft, to: path)
      return snapshot
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Reads the file for its hash, once it is on the disk.
  private static func read(_ path: String) throws -> SnapshotFile {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0, fchmod(descriptor, 0o444) == 0 else { throw problem(path) }
    var hash = SHA256()
    var bytes = 0
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw problem(path) }
      guard count > 0 else { return SnapshotFile(bytes: bytes, digest: hash.finish()) }
      bytes += count
      hash.take(Array(block[..<count]))
    }
  }

  private static func problem(_ path: String) -> FileProblem {
    FileProblem(
      path: path, problem: "cannot be written: \(String(cString: strerror(errno)))",
      status: .cannotWrite)
  }
}
