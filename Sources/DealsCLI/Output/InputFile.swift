import Glibc
import Intake

/// A file, or standard input, read piece by piece.
final class InputFile {
  let name: String
  private var descriptor: Int32 = -1
  private var looked: UnpackedInput?
  /// How many bytes there are; nil where that cannot be known.
  let byteCount: Int?
  private var canBeOpenedAgain: Bool { byteCount != nil && name != "-" }

  /// A file, `-` for standard input, that can be opened.
  init(_ path: String) throws {
    name = path
    descriptor = path == "-" ? STDIN_FILENO : try Self.open(path)
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    byteCount = isFile ? Int(status.st_size) : nil
  }

  private func open() throws { descriptor = try Self.open(name) }

  private static func open(_ path: String) throws -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem.unreadable(path, whileOpening: true) }
    return descriptor
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// Appends the next bytes; none at the end.
  func read(into output: inout OutputRawSpan) throws {
    if descriptor < 0 { try open() }
    try output.withUnsafeMutableBytes { buffer, count in
      count += try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    }
  }

  /// The file as what it holds, read from its beginning. Of standard input and pipes the beginning
  /// is not read twice.
  func unpacked() throws -> UnpackedInput {
    if let looked { return looked }
    let input = try UnpackedInput(name: name, source: { try self.read(into: &$0) })
    if !canBeOpenedAgain { looked = input }
    return input
  }

  /// Closes a file that can be opened again, so that a folder may hold any number of them.
  func rest() {
    guard canBeOpenedAgain, descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno == EINTR, Interruption.hasCome { throw ImportInterrupted() }
      guard errno == EINTR else { throw FileProblem.unreadable(name, whileOpening: false) }
    }
  }
}
