/// How the objects of a file stand in it. Told by the content, never by the file's name.
public enum JSONForm: String, Sendable, CaseIterable {
  /// Nothing but white space.
  case empty
  /// The whole file is one object.
  case object
  /// The whole file is one array of objects.
  case array
  /// One object a line (NDJSON).
  case lines
}
