import Glibc
import Intake
import Tabular

/// The lines of a sheet that were refused, with their reasons in a column before the others: mended
/// it is imported as it is. It takes its place once the import is done.
final class RejectsFile {
  /// How the names of such files end.
  static let ending = ".rejects.csv"

  let path: String
  private var descriptor: Int32 = -1

  init(_ path: String) { self.path = path }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(Draft.path(of: path))
  }

  /// Adds a line; the header has no problems.
  func add(_ line: SheetImporter.Rejected) throws {
    if descriptor < 0 {
      descriptor = Draft.open(Draft.path(of: path))
      guard descriptor >= 0 else { throw problem("cannot be made", .cannotCreate) }
    }
    let reason =
      line.problems.isEmpty
      ? "problem" : line.problems.map(\.description).joined(separator: "; ")
    var bytes = line.line.preamble + Array(Self.quoted(reason).utf8)
    bytes.append(line.line.delimiter)
    bytes += line.line.bytes + [0x0A]
    let isWritten = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard isWritten == bytes.count else { throw problem("cannot be written", .cannotWrite) }
  }

  /// Puts the file in its place, or leaves nothing.
  func finish(isKept: Bool) throws {
    guard descriptor >= 0 else { return }
    defer { descriptor = -1 }
    guard close(descriptor) == 0 else { throw problem("cannot be written", .cannotWrite) }
    guard isKept else {
      unlink(Draft.path(of: path))
      return
    }
    try Draft.setAside(path)
    guard rename(Draft.path(of: path), path) == 0 else {
      throw problem("cannot be made", .cannotCreate)
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private func problem(_ words: String, _ status: ExitStatus) -> FileProblem {
    FileProblem(
      path: path, problem: "\(words): \(String(cString: strerror(errno)))", status: status)
  }
}
