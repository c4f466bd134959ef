import Glibc

/// A file that could not be read or written, in words.
struct FileProblem: Error, CustomStringConvertible {
  let path: String
  let problem: String
  let status: ExitStatus

  var description: String { "\(path): \(problem)" }
}

extension FileProblem {
  /// A file that cannot be opened, or not be read on, for the reason the system has just given.
  static func unreadable(_ path: String, whileOpening isOpening: Bool) -> FileProblem {
    let reason = errno
    let told = String(cString: strerror(reason))
    return switch reason {
    case EACCES: FileProblem(path: path, problem: "may not be read", status: .noPermission)
    case ENOENT, ENOTDIR: FileProblem(path: path, problem: "no such file", status: .noInput)
    default:
      FileProblem(
        path: path, problem: "cannot be \(isOpening ? "opened" : "read"): \(told)",
        // The file is there: it is the disk or the system that fails.
        status: [EIO, EMFILE, ENFILE].contains(reason) ? .cannotWrite : .noInput)
    }
  }
}
