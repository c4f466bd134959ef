/// Why the text of a cell is not the value that was wanted.
struct CellFault: Error, Hashable {
  let message: String
  var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
