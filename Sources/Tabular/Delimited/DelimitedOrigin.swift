/// Tells where the fields of a delimited text come from that was made of something else: of a
/// worksheet, or of another table by rules.
public protocol DelimitedOrigin: AnyObject {
  /// The place of a field by the line on which its record begins, from 1, and its index, from 0; of
  /// the record as a whole without an index.
  func position(line: Int, field: Int?) -> SourcePosition
}
