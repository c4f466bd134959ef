import Foundation

/// Two folders for one run after the other: one the program works in and is watched in, one for
/// what it says and is counted.
final class Workplace: Sendable {
  /// Where the program runs: nothing is in it but what a test puts there, and what it leaves.
  let folder: String
  private let control: String
  private let root: String

  /// - Parameter folder: where the program runs, if not beside what it says.
  init(folder: String? = nil) throws {
    root = "\(Self.parent)/deals-\(UUID().uuidString)"
    self.folder = folder ?? "\(root)/ledger"
    control = "\(root)/control"
    for path in [self.folder, control] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// Memory where there is a file system in it: thousands of small runs need no disk, and what a
  /// killed process wrote is in the same place either way.
  static let parent: String = {
    let memory = "/dev/shm"
    let isThere = FileManager.default.isWritableFile(atPath: memory)
    return isThere ? memory : FileManager.default.temporaryDirectory.path(percentEncoded: false)
  }()

  var stdout: String { control + "/stdout" }
  var stderr: String { control + "/stderr" }

  /// A file beside the folder, which the program leaves alone.
  func aside(_ name: String) -> String { "\(control)/\(name)" }

  /// A file in the folder.
  func file(_ name: String) -> String { "\(folder)/\(name)" }

  /// Empties the folder and puts these files there.
  func place(_ files: [String: Data]) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: file(name))
    }
    for (name, bytes) in files { try bytes.write(to: URL(filePath: file(name))) }
  }

  /// The names of all files below the folder, in order.
  func names() -> [String] {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return found.filter { name in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: file(name), isDirectory: &isFolder)
      return isThere && !isFolder.boolValue
    }.sorted()
  }

  /// The bytes of a file in the folder; nil when it is not there.
  func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: file(name)) }

  func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
