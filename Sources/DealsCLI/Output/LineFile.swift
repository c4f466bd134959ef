import Glibc

/// A file that is written line by line and takes its place once it is whole.
final class LineFile {
  let path: String
  private var descriptor: Int32 = -1
  private var pending: [UInt8] = []
  private static let chunk = 1 << 16

  init(_ path: String) { self.path = path }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(path + ".new")
  }

  /// Adds a line, which is given without its end.
  func add(_ line: String) throws {
    pending += Array(line.utf8)
    pending.append(0x0A)
    if pending.count >= Self.chunk { try flush() }
  }

  /// Puts the file in its place, also an empty one.
  func finish() throws {
    try flush()
    let open = descriptor
    descriptor = -1
    guard close(open) == 0 else { throw problem("cannot be written", .cannotWrite) }
    guard rename(path + ".new", path) == 0 else { throw problem("cannot be made", .cannotCreate) }
  }

  private func flush() throws {
    if descriptor < 0 {
      descriptor = open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw problem("cannot be made", .cannotCreate) }
    }
    var written = 0
    while written < pending.count {
      let count = pending[written...].withUnsafeBytes {
        write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw problem("cannot be written", .cannotWrite) }
      written += count
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func problem(_ words: String, _ status: ExitStatus) -> FileProblem {
    FileProblem(
      path: path, problem: "\(words): \(String(cString: strerror(errno)))", status: status)
  }
}
