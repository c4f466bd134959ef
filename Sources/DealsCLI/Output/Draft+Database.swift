import Glibc
import SQLite

extension Draft {
  /// Makes a database beside its place and moves it there once it is whole, so that half of one is
  /// never met.
  ///
  /// - Parameters:
  ///   - path: its place.
  ///   - make: makes the file it is given the path of.
  /// - Throws: what `make` throws, and `FileProblem` where no file can be made there. The draft is
  ///   then gone.
  static func database<Made>(at path: String, _ make: (String) throws -> Made) throws -> Made {
    let draft = self.path(of: path)
    discard(draft)
    do {
      let made = try make(draft)
      try Files.move(draft, to: path)
      return made
    } catch {
      discard(draft)
      guard let error = error as? SQLiteError, .cannotOpen ~= error.code else { throw error }
      throw FileProblem(path: path, problem: "cannot be made", status: .cannotCreate)
    }
  }

  /// Takes a draft away, and the journal of one that was cut off.
  private static func discard(_ draft: String) {
    for ending in ["", "-journal"] { unlink(draft + ending) }
  }
}
