import Glibc
import Intake
import PublicData

/// A file, or standard input, read piece by piece.
final class InputFile {
  let name: String
  private let descriptor: Int32
  /// How many bytes there are; nil where that cannot be known.
  let byteCount: Int?

  /// Opens a file, `-` for standard input.
  init(_ path: String) throws {
    name = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let isForbidden = errno == EACCES
      throw FileProblem(
        path: path, problem: isForbidden ? "may not be read" : "no such file",
        status: isForbidden ? .noPermission : .noInput)
    }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    byteCount = isFile ? Int(status.st_size) : nil
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// What was read to tell what the file holds, and is still to be given.
  private var beginning: [UInt8] = []

  /// What it holds, as its beginning shows.
  func format() throws -> FileFormat {
    try readBeginning()
    return FileFormat.tell(beginning)
  }

  private func readBeginning() throws {
    guard beginning.isEmpty else { return }
    var bytes = [UInt8](repeating: 0, count: 4096)
    var count = 0
    // A pipe gives little at once.
    while count < bytes.count {
      let more = try bytes[count...].withUnsafeMutableBytes { try read(into: $0) }
      if more == 0 { break }
      count += more
    }
    beginning = Array(bytes.prefix(count))
  }

  /// Whether it holds documents: its first letter is a brace or a bracket.
  func holdsDocuments() throws -> Bool {
    try readBeginning()
    let text = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
    let first = text.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Appends the next bytes; none at the end.
  func read(into output: inout OutputRawSpan) throws {
    try output.withUnsafeMutableBytes { buffer, count in
      let free = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      if beginning.isEmpty {
        count += try read(into: free)
      } else {
        let given = min(beginning.count, free.count)
        free.copyBytes(from: beginning.prefix(given))
        beginning.removeFirst(given)
        count += given
      }
    }
  }

  /// Everything that is left.
  func rest() throws -> [UInt8] {
    var bytes = beginning
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
      if count == 0 { return bytes }
      bytes += chunk.prefix(count)
    }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno == EINTR, Interruption.hasCome { throw ImportInterrupted() }
      if errno != EINTR {
        let problem = "cannot be read: \(String(cString: strerror(errno)))"
        throw FileProblem(path: name, problem: problem, status: .noInput)
      }
    }
  }
}
