import Glibc

/// A file that is written piece by piece and takes its place once it is whole.
///
/// It is open while a piece is written only, so that there may be thousands at a time.
final class LineFile {
  let path: String
  /// Where it is written: a pipe or device has no place to take.
  private let draft: String
  private var pending: [UInt8] = []
  /// A pipe stays open: its reader would take the first pause for the end.
  private var held: Int32?
  private var isBegun = false
  private var isFinished = false
  private static let chunk = 1 << 16

  init(_ path: String) {
    self.path = path
    draft = FileKind.isReplaceable(path) ? Draft.path(of: path) : path
  }

  deinit {
    if let held { close(held) }
    if isBegun, !isFinished, draft != path { unlink(draft) }
  }

  /// Adds a line, which is given without its end.
  func add(_ line: String) throws { try write(line + "\n") }

  /// Adds a piece of text.
  func write(_ text: String) throws {
    pending += Array(text.utf8)
    if pending.count >= Self.chunk { try flush() }
  }

  /// Puts the file in its place, also an empty one.
  func finish() throws {
    try flush()
    guard draft == path || rename(draft, path) == 0 else {
      throw problem("cannot be made", .cannotCreate)
    }
    isFinished = true
  }

  private func flush() throws {
    let descriptor = held ?? openPlace()
    guard descriptor >= 0 else { throw problem("cannot be made", .cannotCreate) }
    isBegun = true
    if draft == path { held = descriptor }
    guard Descriptor.write(pending, to: descriptor) else {
      if errno == EPIPE, held != nil { throw OutputSink.ReaderGone() }
      let problem = problem("cannot be written", .cannotWrite)
      if held == nil { close(descriptor) }
      throw problem
    }
    pending.removeAll(keepingCapacity: true)
    guard held != nil || close(descriptor) == 0 else {
      throw problem("cannot be written", .cannotWrite)
    }
  }

  private func openPlace() -> Int32 {
    guard draft == path else { return isBegun ? Draft.reopen(draft) : Draft.open(draft) }
    return open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_TRUNC, 0o666)
  }

  private func problem(_ words: String, _ status: ExitStatus) -> FileProblem {
    FileProblem(
      path: path, problem: "\(words): \(String(cString: strerror(errno)))", status: status)
  }
}
