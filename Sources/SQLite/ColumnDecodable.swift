/// A type that can be read from a column of a result.
///
/// An enumeration with raw values needs no code: `extension Seniority: ColumnDecodable {}`.
/// Other types build on those of the standard library:
///
/// ```swift
/// extension Day: ColumnDecodable {
///   public init(from column: borrowing Column) throws(SQLiteError) {
///     guard let day = Day(try column.text()) else { throw column.invalid("a day") }
///     self = day
///   }
/// }
/// ```
public protocol ColumnDecodable {
  /// Reads the value of a column.
  ///
  /// - Throws: ``SQLiteError`` that names the column and what is wrong with it, never the value.
  init(from column: borrowing Column) throws(SQLiteError)
}

extension ColumnDecodable where Self: RawRepresentable, RawValue: ColumnDecodable {
  /// Reads the raw value.
  ///
  /// - Throws: ``SQLiteError/Reason/invalidValue(column:expected:)`` when no case has it.
  public init(from column: borrowing Column) throws(SQLiteError) {
    guard let value = Self(rawValue: try RawValue(from: column)) else {
      throw column.invalid("a value of \(Self.self)")
    }
    self = value
  }
}

extension Optional: ColumnDecodable where Wrapped: ColumnDecodable {
  /// Reads the wrapped type, or `nil` where the column is NULL.
  @inlinable
  public init(from column: borrowing Column) throws(SQLiteError) {
    self = column.isNull ? nil : try Wrapped(from: column)
  }
}
