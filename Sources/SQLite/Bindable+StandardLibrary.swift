extension Bindable where Self: FixedWidthInteger & SignedInteger {
  /// An INTEGER.
  public var databaseValue: Value { .integer(Int64(self)) }
}

extension Int: Bindable {}
extension Int64: Bindable {}
extension Int32: Bindable {}
extension Int16: Bindable {}
extension Int8: Bindable {}

extension UInt32: Bindable {
  /// An INTEGER.
  public var databaseValue: Value { .integer(Int64(self)) }
}

extension UInt16: Bindable {
  /// An INTEGER.
  public var databaseValue: Value { .integer(Int64(self)) }
}

extension UInt8: Bindable {
  /// An INTEGER.
  public var databaseValue: Value { .integer(Int64(self)) }
}

extension Bool: Bindable {
  /// The INTEGER 1 or 0.
  public var databaseValue: Value { .integer(self ? 1 : 0) }
}

extension Double: Bindable {
  /// A REAL.
  ///
  /// Binding a NaN is an error, since SQLite would store NULL for it.
  public var databaseValue: Value { .real(self) }
}

extension String: Bindable {
  /// A TEXT.
  public var databaseValue: Value { .text(self) }
}

extension Substring: Bindable {
  /// A TEXT.
  public var databaseValue: Value { .text(String(self)) }
}

extension [UInt8]: Bindable {
  /// A BLOB.
  public var databaseValue: Value { .blob(self) }
}
