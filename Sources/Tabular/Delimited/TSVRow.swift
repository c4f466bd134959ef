/// A line of a file with tab-separated values. It has a field for every column.
public struct TSVRow: Sendable {
  /// The fields in the order of the file.
  public let fields: [TSVField]
  /// Where the line begins.
  public let position: SourcePosition
  let columns: [String: Int]

  /// The field of a column; `nil` when the file has no such column.
  public subscript(column: String) -> TSVField? {
    columns[column].map { fields[$0] }
  }
}
