internal import CSQLite

/// What SQLite answered: a primary code such as ``busy``, or an extended one such as
/// ``busySnapshot`` that says more.
///
/// A primary code matches its extended codes in a pattern, so one case covers them all:
///
/// ```swift
/// switch error.code {
/// case .constraintUnique: …   // exactly this
/// case .constraint: …         // any other broken constraint
/// default: …
/// }
/// ```
///
/// The codes are listed at <https://www.sqlite.org/rescode.html>.
public struct ResultCode: RawRepresentable, Hashable, Sendable {
  /// The number that SQLite uses.
  public let rawValue: Int32

  /// The code with the number that SQLite uses.
  ///
  /// Every number is allowed: later releases add codes.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The extended code that is the `detail`-th of a primary one, counted as sqlite3.h counts.
  init(_ primary: ResultCode, detail: Int32) {
    rawValue = primary.rawValue | (detail << 8)
  }

  /// The primary code that this one belongs to; a primary code belongs to itself.
  public var primary: ResultCode {
    ResultCode(rawValue: rawValue & 0xFF)
  }

  /// Whether this is a primary code, without further detail.
  public var isPrimary: Bool {
    self == primary
  }

  /// Whether `code` is `pattern`, or an extended code of the primary code `pattern`.
  public static func ~= (pattern: ResultCode, code: ResultCode) -> Bool {
    pattern == code || pattern == code.primary
  }
}

extension ResultCode: CustomStringConvertible {
  /// The name in sqlite3.h, such as `SQLITE_BUSY`.
  ///
  /// A code that this module does not name is written as its primary code with the number:
  /// `SQLITE_IOERR (6410)`.
  public var description: String {
    if let name = Self.names[self] { return name }
    if let name = Self.names[primary] { return "\(name) (\(rawValue))" }
    return "SQLITE_\(rawValue)"
  }

  /// SQLite's English sentence for the code, such as “database is locked”.
  ///
  /// The corresponding C function is [`sqlite3_errstr`](https://www.sqlite.org/c3ref/errcode.html).
  public var explanation: String {
    guard let text = unsafe sqlite3_errstr(rawValue) else { return "unknown error" }
    return unsafe String(cString: text)
  }
}
