import Foundation
import TestSupport
import Testing

/// A file system in memory, of any size and as writable as wished. Only root can make one.
final class MemoryDisk: Sendable {
  let folder: String
  private let point: String

  /// - Throws: cancels the test where it cannot be mounted.
  init(kilobytes: Int) throws {
    point = FileManager.default.temporaryDirectory
      .appending(path: "deals-disk-\(UUID().uuidString)").path(percentEncoded: false)
    folder = point + "/ledger"
    try FileManager.default.createDirectory(atPath: point, withIntermediateDirectories: true)
    guard try Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", point) else {
      try? FileManager.default.removeItem(atPath: point)
      try Test.cancel("a file system in memory cannot be mounted here")
    }
  }

  deinit {
    _ = try? Self.run("umount", point)
    try? FileManager.default.removeItem(atPath: point)
  }

  func resize(kilobytes: Int) throws {
    guard try Self.run("mount", "-o", "remount,size=\(kilobytes)k", point) else {
      throw POSIXError(.EINVAL)
    }
  }

  /// Makes all of it read-only, or writable again.
  func setReadOnly(_ isReadOnly: Bool) throws {
    guard try Self.run("mount", "-o", isReadOnly ? "remount,ro" : "remount,rw", point) else {
      throw POSIXError(.EBUSY)
    }
  }

  private static func run(_ command: String...) throws -> Bool {
    try ChildProcess.run(
      URL(filePath: "/usr/bin/env"), command,
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], input: nil, in: nil
    ).status == 0
  }
}
