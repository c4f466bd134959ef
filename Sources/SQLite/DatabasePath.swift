/// Paths as SQLite must be given them.
///
/// Debian's SQLite reads a name that begins with `file:` as a URI and one like `:memory:` as no
/// file at all. A path that a user typed must mean a file of that name.
enum DatabasePath {
  static func name(for path: String, mode: Connection.Mode) throws(SQLiteError) -> String {
    if mode == .memory { return ":memory:" }
    return mode == .immutable ? try immutableURI(path) : try plain(path)
  }

  /// The path of an ordinary file.
  ///
  /// `./` in front of it takes the special meaning away.
  static func plain(_ path: String) throws(SQLiteError) -> String {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw SQLiteError(.invalidPath) }
    return path.hasPrefix(":") || path.hasPrefix("file:") ? "./" + path : path
  }

  /// The URI of a file that nobody changes while it is open (<https://www.sqlite.org/uri.html>).
  private static func immutableURI(_ path: String) throws(SQLiteError) -> String {
    var uri = path.hasPrefix("/") ? "file://" : "file:"
    for byte in try plain(path).utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "-", "_", "~":
        uri.unicodeScalars.append(scalar)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri + "?immutable=1"
  }
}
