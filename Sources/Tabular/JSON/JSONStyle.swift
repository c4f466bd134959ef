/// How `JSONWriter` lays a value out.
public enum JSONStyle: Sendable, CaseIterable {
  /// No space at all: `{"a":1,"b":[2,3]}`.
  case compact
  /// One line with a space after commas and colons, as the data files have it: `{"a": 1}`.
  case line
  /// One member or element a line, indented by two spaces.
  case pretty
}
