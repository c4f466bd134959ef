import Foundation
import TestSupport

/// What Python's gzip and zipfile make, with the originals, by name.
enum PackedFiles {
  /// Makes them in the folder of the test; `nil` where there is no `python3`.
  static func make() throws -> [String: [UInt8]]? {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "make_packed_files.py")
    let folder = TemporaryDirectory.file("packed")
    guard try Shell.python3(script, folder.path(percentEncoded: false)) != nil else { return nil }
    var files: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    {
      files[file.lastPathComponent] = Array(try Data(contentsOf: file))
    }
    return files
  }
}
