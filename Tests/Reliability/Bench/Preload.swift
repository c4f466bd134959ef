import Foundation
import TestSupport
import Testing

/// The C libraries of `Preload/`, built when they are first needed.
enum Preload: String, CaseIterable {
  case faults, recorder, allocations, clock

  /// The folder of this suite in the repository.
  static let source = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where the library is.
  ///
  /// - Throws: cancels the test where there is no C compiler.
  func path() throws -> String {
    switch Self.built {
    case .success(let folder): return "\(folder)/\(rawValue).so"
    case .failure(let problem): try Test.cancel("\(problem)")
    }
  }

  private static let built: Result<String, BuildProblem> = {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "deals-preload-\(UUID().uuidString)")
    Self.folder = folder.path(percentEncoded: false)
    atexit { try? FileManager.default.removeItem(atPath: Preload.folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for library in allCases { try library.build(into: folder) }
    } catch {
      return .failure(BuildProblem(told: "the preloaded libraries could not be built: \(error)"))
    }
    return .success(folder.path(percentEncoded: false))
  }()

  nonisolated(unsafe) private static var folder = ""

  private func build(into folder: URL) throws {
    let output = folder.appending(path: "\(rawValue).so").path(percentEncoded: false)
    let input = Self.source.appending(path: "Preload/\(rawValue).c").path(percentEncoded: false)
    let outcome = try ChildProcess.run(
      URL(filePath: "/usr/bin/env"),
      ["cc", "-O1", "-Wall", "-Werror", "-fPIC", "-shared", "-o", output, input, "-ldl"],
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"],
      input: nil, in: nil)
    guard outcome.status == 0 else { throw BuildProblem(told: outcome.stderr) }
  }

  private struct BuildProblem: Error, CustomStringConvertible {
    let told: String
    var description: String { told }
  }
}

/// An operation on a file that goes wrong, as `Preload/faults.c` has it.
struct Fault: Sendable, CustomStringConvertible {
  var kind = "any"
  /// Which operation of that kind, from 1; 0 for none.
  var at = 0
  var error: Int32 = 0
  var isSticky = false
  var signal: Int32 = 0

  var description: String {
    signal != 0
      ? "signal \(signal) before \(kind) \(at)"
      : "\(kind) \(at)\(isSticky ? " and all after it" : ""): \(String(cString: strerror(error)))"
  }

  /// The environment that makes it happen in the folder of a workplace.
  func variables(at workplace: Workplace) throws -> [String: String] {
    [
      "LD_PRELOAD": try Preload.faults.path(), "WATCH_FOLDER": workplace.folder,
      "FAULT_KIND": kind, "FAULT_AT": "\(at)", "FAULT_ERROR": "\(error)",
      "FAULT_STICKY": isSticky ? "1" : "0", "FAULT_SIGNAL": "\(signal)",
      "FAULT_COUNTS": workplace.aside("counts"),
    ]
  }

  static let kinds = [
    "open", "read", "write", "sync", "truncate", "unlink", "rename", "make", "tell", "any",
  ]

  /// How many operations of each kind the last watched run had.
  static func counts(at workplace: Workplace) -> [String: Int] {
    let bytes = FileManager.default.contents(atPath: workplace.aside("counts")) ?? Data()
    let numbers = bytes.withUnsafeBytes { raw in
      (0..<raw.count / 8).map { Int(raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
    return Dictionary(uniqueKeysWithValues: zip(kinds, numbers))
  }
}
