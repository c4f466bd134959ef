/// A row of a recorded table as a value, known by its key. References are keys of other records,
/// never row numbers; `nil` means that nothing is said.
public protocol Record: Equatable, Sendable {
  /// The table, which is also the record's kind in `claims` and `records`.
  static var table: String { get }
  /// What is stored, in the table's order. The key is not among them.
  static var columns: [RecordColumn<Self>] { get }
  /// The readable, stable name of the record.
  var key: String { get set }
  /// The source that states it, and the place in the source.
  var origin: Origin { get }
  /// A record of which nothing is known but its key.
  init(key: String)
}
