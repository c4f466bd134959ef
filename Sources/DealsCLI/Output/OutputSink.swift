import Glibc

/// Where a result goes piece by piece: standard output, or a file that takes its place once it is
/// whole.
final class OutputSink {
  /// Whoever reads standard output has gone away and wants no more.
  struct ReaderGone: Error {}

  private let path: String?
  private let isPlain: Bool
  private var descriptor: Int32 = -1

  /// - Parameter path: the file; nil for standard output.
  init(_ path: String?) throws {
    self.path = path
    guard let path else {
      isPlain = false
      descriptor = STDOUT_FILENO
      return
    }
    isPlain = FileKind.isReplaceable(path)
    descriptor =
      isPlain
      ? Draft.open(Draft.path(of: path))
      : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw problem("cannot be made", .cannotCreate) }
  }

  deinit {
    guard descriptor >= 0, let path else { return }
    close(descriptor)
    if isPlain { unlink(Draft.path(of: path)) }
  }

  /// Writes all of these bytes.
  ///
  /// - Throws: `FileProblem`, and `ReaderGone`.
  func write(_ bytes: [UInt8]) throws {
    guard !Descriptor.write(bytes, to: descriptor) else { return }
    if errno == EPIPE { throw ReaderGone() }
    throw problem("cannot be written", .cannotWrite)
  }

  /// Puts the file in its place.
  func finish() throws {
    guard let path else { return }
    let open = descriptor
    descriptor = -1
    guard close(open) == 0, !isPlain || rename(Draft.path(of: path), path) == 0 else {
      if isPlain { unlink(Draft.path(of: path)) }
      throw problem("cannot be written", .cannotWrite)
    }
  }

  private func problem(_ words: String, _ status: ExitStatus) -> FileProblem {
    FileProblem(
      path: path ?? "the result", problem: "\(words): \(String(cString: strerror(errno)))",
      status: status)
  }
}
