/// One entry of the flat list that a parsed document is kept in.
///
/// Entries stand in the order of the text: a container before what it holds, a name before its
/// value.
struct JSONNode: Sendable {
  /// What the entry is. Member names are strings whose parent is an object.
  let kind: JSONKind
  /// Whether a string holds escapes.
  var hasEscapes = false
  /// The offset of the first byte, for a string that of its opening quote.
  let start: Int
  /// The offset after the last byte.
  var end: Int
  /// The index of the container, or -1 for the root.
  let parent: Int32
  /// The number of an element in its array, of a name or value in its object: 0, 1, 2.
  let ordinal: Int32
  /// The index after the last entry that belongs to this one.
  var next: Int32
}
