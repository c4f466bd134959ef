/// The values for the parameters of a statement, by position or by name.
///
/// ```swift
/// try database.run("INSERT INTO party (key, name) VALUES (?, ?)", [key, name])
/// try database.query("SELECT … WHERE day <= :as_of", ["as_of": day]) { row in … }
/// ```
///
/// All parameters must be given, and no others. A name may stand with or without the `:`, `@` or
/// `$` that it has in the SQL.
public struct Bindings {
  enum Storage {
    case positional([any Bindable])
    case named([(name: String, value: any Bindable)])
  }

  let storage: Storage

  /// Values by position, the first for parameter 1.
  public init(_ values: [any Bindable]) {
    storage = .positional(values)
  }

  /// Values by name.
  public init(named values: [String: any Bindable]) {
    storage = .named(values.map { (name: $0.key, value: $0.value) })
  }
}

extension Bindings: ExpressibleByArrayLiteral {
  /// Values by position.
  public init(arrayLiteral values: any Bindable...) {
    self.init(values)
  }
}

extension Bindings: ExpressibleByDictionaryLiteral {
  /// Values by name.
  public init(dictionaryLiteral values: (String, any Bindable)...) {
    storage = .named(values.map { (name: $0.0, value: $0.1) })
  }
}
