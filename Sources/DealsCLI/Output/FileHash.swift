import Glibc
import Tabular

/// What a file holds, told by its hash.
struct FileHash: Equatable {
  /// Its size.
  let bytes: Int
  /// Its SHA-256 in hexadecimal.
  let digest: String

  /// Reads a file.
  ///
  /// - Parameter isForcedToDisk: whether what was written to it is first brought to the disk.
  /// - Throws: `FileProblem`.
  init(of path: String, isForcedToDisk: Bool = false) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem.unreadable(path, whileOpening: true) }
    defer { close(descriptor) }
    guard !isForcedToDisk || fsync(descriptor) == 0 else {
      throw FileProblem(
        path: path, problem: "cannot be written: \(String(cString: strerror(errno)))",
        status: .cannotWrite)
    }
    var hash = SHA256()
    var bytes = 0
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem.unreadable(path, whileOpening: false) }
      guard count > 0 else { break }
      bytes += count
      hash.take(count == block.count ? block : Array(block[..<count]))
    }
    self.bytes = bytes
    digest = hash.finish()
  }

  /// The hash beside a published file, in `PATH.sha256` as `sha256sum` writes it; nil where there
  /// is none.
  ///
  /// - Throws: `FileProblem` when it is there and holds no hash.
  static func published(beside path: String) throws -> String? {
    let place = path + ".sha256"
    guard FileKind(place) == .file else { return nil }
    let descriptor = open(place, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem.unreadable(place, whileOpening: true) }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 64)
    let count = start.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    guard count == 64, text.allSatisfy(\.isHexDigit) else {
      throw FileProblem(path: place, problem: "does not begin with a SHA-256", status: .refused)
    }
    return text
  }

  /// Its size as people say it.
  var size: String {
    let tenths = (bytes * 10 + 524_288) / 1_048_576
    return "\(tenths / 10).\(tenths % 10) MiB"
  }
}
