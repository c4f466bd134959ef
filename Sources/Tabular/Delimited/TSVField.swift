/// A field of a file with tab-separated values.
public struct TSVField: Hashable, Sendable {
  /// The text between the tabs, as it stands.
  public let text: String
  /// Where it begins.
  public let position: SourcePosition

  /// A problem with this field, at its place.
  public func problem(_ message: String, hint: String? = nil) -> SourceProblem {
    SourceProblem(position: position, message: message, hint: hint)
  }
}
