import Tabular

extension JSONValue {
  /// A problem with this value, with the way to it where it is a part of a document.
  func located(_ message: String, hint: String? = nil) -> SourceProblem {
    problem(pointer.isEmpty ? message : "\(pointer): \(message)", hint: hint)
  }
}
