import Glibc

/// A file beside its place, until it is whole. Whatever has its name is taken away first: a link
/// that someone left there must not lead elsewhere.
enum Draft {
  /// Where the draft of a file is.
  static func path(of path: String) -> String { path + ".new" }

  /// Makes an empty one.
  ///
  /// - Returns: its descriptor; below 0 where it cannot be made, and `errno` says why.
  static func open(_ draft: String) -> Int32 {
    unlink(draft)
    return Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
  }

  /// Opens one again, to write on behind what it holds.
  static func reopen(_ draft: String) -> Int32 {
    Glibc.open(draft, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
  }

  /// Gives what is in a file's place another name, where its draft is not the same: someone may
  /// have mended it by hand.
  ///
  /// - Throws: `FileProblem`.
  static func setAside(_ place: String) throws {
    guard FileKind(place) == .file,
      try FileHash(of: place) != FileHash(of: path(of: place))
    else { return }
    var number = 1
    while FileKind("\(place).\(number)") != .nothing { number += 1 }
    try Files.move(place, to: "\(place).\(number)")
    Console.message("\(place).\(number): what was in \(place)")
  }
}
