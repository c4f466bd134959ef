/// A type whose values can be given to a statement as parameters.
///
/// An enumeration with raw values needs no code: `extension Seniority: Bindable {}`.
public protocol Bindable {
  /// The value in the form in which SQLite stores it.
  var databaseValue: Value { get }
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
  /// The raw value.
  public var databaseValue: Value { rawValue.databaseValue }
}

extension Optional: Bindable where Wrapped: Bindable {
  /// The wrapped value, or NULL.
  public var databaseValue: Value { self?.databaseValue ?? .null }
}
