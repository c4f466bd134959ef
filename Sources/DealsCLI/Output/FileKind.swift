import Glibc

/// What there is at a path, asked before anything opens it.
enum FileKind {
  case nothing, file, folder
  /// A pipe, a device, a socket: reading one may never end.
  case special

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .nothing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .special
    }
  }

  /// Whether a new file can take the place of what is there. A pipe or device is written to as it
  /// is, and so is `/dev/stdout`, also where it leads to a plain file.
  static func isReplaceable(_ path: String) -> Bool {
    if case .special = FileKind(path) { return false }
    return !path.hasPrefix("/dev/")
  }

  /// Whether two paths lead to the same file.
  static func isSame(_ first: String, _ second: String) -> Bool {
    var one = stat()
    var other = stat()
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// The same, but for a link as the first, which leads there and is another file.
  private static func isPlainlySame(_ first: String, _ second: String) -> Bool {
    var one = stat()
    return lstat(first, &one) == 0 && one.st_mode & S_IFMT == S_IFREG && isSame(first, second)
  }

  /// Refuses to write over the ledger that is read.
  ///
  /// - Parameter other: what to name another of: `file` or `folder`.
  static func refuseLedger(_ ledger: String, at path: String, other: String = "file") throws {
    // What SQLite keeps beside the ledger belongs to it, also while it is not there.
    let isBeside = ["-journal", "-wal", "-shm"].contains { ending in
      path.hasSuffix(ending) && isSame(String(path.dropLast(ending.utf8.count)), ledger)
    }
    if isBeside {
      throw FileProblem(
        path: path, problem: "is SQLite's, beside the ledger; name another \(other)",
        status: .cannotCreate)
    }
    // The draft of a file takes the place of what has its name.
    guard isSame(path, ledger) || isPlainlySame(Draft.path(of: path), ledger) else { return }
    throw FileProblem(
      path: path, problem: "is the ledger itself; name another \(other)", status: .cannotCreate)
  }

  /// How many names lead to the file, not counting symbolic links.
  static func names(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_nlink) : 0
  }

  /// Whether whoever runs this may read the file.
  static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
