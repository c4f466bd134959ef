import Foundation
import TestSupport

/// A published file in `Fixtures`.
enum Fixture {
  static func url(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url(name)))
  }

  /// What Python's own readers find in a file, a line a value; `nil` where there is no `python3`.
  static func readByPython(_ name: String) throws -> [String]? {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "read_published.py")
    let printed = try Shell.python3(script, url(name).path(percentEncoded: false))
    return printed?.split(separator: "\n").map(String.init)
  }
}
