/// A workbook beside its place, until it is whole.
final class WorkbookFile {
  private let path: String
  /// Where it is written meanwhile.
  let temporary: String

  init(_ path: String) {
    self.path = path
    temporary = Draft.path(of: path)
    Files.remove(temporary)
  }

  deinit { Files.remove(temporary) }

  /// Puts it in its place.
  func finish() throws { try Files.move(temporary, to: path) }
}
