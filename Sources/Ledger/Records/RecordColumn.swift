public import SQLite

/// How one column of a table and one property of a record correspond.
public struct RecordColumn<R: Record>: Sendable {
  /// What is stored of a record: its value, or the key of the record it refers to.
  public func value(in record: R) -> Value { get(record) }

  /// What a column holds.
  enum Content: Sendable, Equatable {
    case value
    /// The row of the record of another table, named here by its key.
    case reference(table: String)
    /// The row of a record whose table stands in another column.
    case anyReference(kindColumn: String)
  }

  /// The name it is shown by.
  public let name: String
  let content: Content
  /// The table a column refers to by key; nil for values and for claims, which may be about any.
  public var referencedTable: String? {
    if case .reference(let table) = content { table } else { nil }
  }
  /// Whether it holds yes and no, stored as 1 and 0.
  public let isTruth: Bool
  /// The open list of codes its words are of; nil for other values.
  var list: String?
  /// Columns of one group are replaced together: an amount is never half old, half new.
  let group: String?
  /// Whether the group is said when this column is: the qualifier of an amount, the first day.
  var isLeading: Bool {
    group != nil && (name == "qualifier" || name == "counted" || name.hasSuffix("_on"))
  }
  let get: @Sendable (R) -> Value
  let set: @Sendable (inout R, borrowing Row, Int) throws -> Void
  /// Takes the property over from one record to another.
  let copy: @Sendable (R, inout R) -> Void

  /// A plain value.
  static func value<T: Bindable & ColumnDecodable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<R, T?> & Sendable, group: String? = nil
  ) -> Self {
    Self(
      name: name, content: .value, isTruth: T.self == Bool.self, group: group,
      get: { $0[keyPath: path].databaseValue },
      set: { record, row, index in record[keyPath: path] = try row(index, as: T?.self) },
      copy: { $1[keyPath: path] = $0[keyPath: path] })
  }

  /// A plain value that is always there.
  static func required<T: Bindable & ColumnDecodable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<R, T> & Sendable
  ) -> Self {
    Self(
      name: name, content: .value, isTruth: T.self == Bool.self, group: nil,
      get: { $0[keyPath: path].databaseValue },
      set: { record, row, index in record[keyPath: path] = try row(index, as: T.self) },
      copy: { $1[keyPath: path] = $0[keyPath: path] })
  }

  /// A word of an open list of codes.
  static func code(
    _ name: String, _ path: any WritableKeyPath<R, String?> & Sendable, list: String
  ) -> Self {
    value(name, path).words(of: list)
  }

  /// A word of an open list of codes that is always there.
  static func code(
    _ name: String, _ path: any WritableKeyPath<R, String> & Sendable, list: String
  ) -> Self {
    required(name, path).words(of: list)
  }

  /// The same column, whose words are of an open list of codes.
  func words(of list: String) -> Self {
    var column = self
    column.list = list
    return column
  }

  /// A value inside a group of columns that several tables share.
  static func member<Group: SendableMetatype, T: Bindable & ColumnDecodable & SendableMetatype>(
    _ name: String, of outer: any WritableKeyPath<R, Group> & Sendable,
    _ inner: any WritableKeyPath<Group, T?> & Sendable, group: String?,
    content: Content = .value
  ) -> Self {
    Self(
      name: name, content: content, isTruth: T.self == Bool.self, group: group,
      get: { $0[keyPath: outer][keyPath: inner].databaseValue },
      set: { record, row, index in
        record[keyPath: outer][keyPath: inner] = try row(index, as: T?.self)
      },
      copy: { $1[keyPath: outer][keyPath: inner] = $0[keyPath: outer][keyPath: inner] })
  }

  /// The key of a record of another table.
  static func reference(
    _ name: String, _ path: any WritableKeyPath<R, String?> & Sendable, to table: String
  ) -> Self {
    Self(
      name: name, content: .reference(table: table), isTruth: false, group: nil,
      get: { $0[keyPath: path].databaseValue },
      set: { record, row, index in record[keyPath: path] = try row(index, as: String?.self) },
      copy: { $1[keyPath: path] = $0[keyPath: path] })
  }

  /// The key of a record that is always there.
  static func reference(
    _ name: String, _ path: any WritableKeyPath<R, String> & Sendable, to table: String
  ) -> Self {
    reference(name, path, content: .reference(table: table))
  }

  /// The key of a record whose table is named by another column.
  static func reference(
    _ name: String, _ path: any WritableKeyPath<R, String> & Sendable, toKindIn column: String
  ) -> Self {
    reference(name, path, content: .anyReference(kindColumn: column))
  }

  private static func reference(
    _ name: String, _ path: any WritableKeyPath<R, String> & Sendable, content: Content
  ) -> Self {
    Self(
      name: name, content: content, isTruth: false, group: nil,
      get: { $0[keyPath: path].databaseValue },
      set: { record, row, index in record[keyPath: path] = try row(index, as: String.self) },
      copy: { $1[keyPath: path] = $0[keyPath: path] })
  }
}
