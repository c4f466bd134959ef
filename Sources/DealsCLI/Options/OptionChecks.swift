import ArgumentParser
import Finance

/// Values that several commands take, checked before anything is opened.
enum OptionChecks {
  /// - Throws: `ValidationError` with the option's name for a text that is no day.
  static func day(_ text: String?, _ option: String) throws {
    guard let text else { return }
    do { _ = try Day(text) } catch { throw ValidationError("\(option): \(error)") }
  }

  /// - Throws: `ValidationError` for a text that is no currency.
  static func currency(_ code: String?) throws {
    guard let code, Currency(code: code) == nil else { return }
    throw ValidationError("--currency \(code): no such currency; three letters as USD")
  }
}
