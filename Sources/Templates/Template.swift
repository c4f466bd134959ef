internal import CMustache
internal import Glibc

/// A Mustache template and those it includes.
public struct Template: Sendable {
  private let text: String
  private let parts: [String: String]

  /// - Parameters:
  ///   - text: with `{{name}}` for text, `{{{name}}}` for text that is HTML, `{{#name}}` for
  ///     sections, `{{>name}}` for other templates.
  ///   - parts: those other templates, by name. A value of the same name stands before a part.
  public init(_ text: String, parts: [String: String] = [:]) {
    self.text = text
    self.parts = parts
  }

  /// What it comes to.
  ///
  /// - Throws: `TemplateProblem` for text that is no template.
  public func rendered(with values: [String: TemplateValue]) throws(TemplateProblem) -> String {
    let object = Self.made(.object(values))
    defer { mustache_free(object) }
    for (name, part) in parts { mustache_set_part(object, name, part) }
    var (length, problem) = (0, UnsafeMutablePointer<CChar>?.none)
    guard let bytes = mustache_render(text, object, &length, &problem) else {
      defer { free(problem) }
      throw TemplateProblem(reason: problem.map { String(cString: $0) } ?? "no memory")
    }
    defer { free(bytes) }
    return String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  private static func made(_ value: TemplateValue) -> OpaquePointer {
    switch value {
    // An empty text counts as none, as it does in other Mustaches.
    case .text(""): return mustache_flag(0)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { mustache_text($0.baseAddress, $0.count) }
      }
    case .flag(let flag): return mustache_flag(flag ? 1 : 0)
    case .list(let values):
      let list = mustache_list()
      for value in values { mustache_append(list, made(value)) }
      return list
    case .object(let values):
      let object = mustache_object()
      for (name, value) in values { mustache_set(object, name, made(value)) }
      return object
    }
  }
}

/// Why a template could not be filled: a mistake in the program, not of its user.
public struct TemplateProblem: Error, CustomStringConvertible {
  let reason: String

  /// What is wrong.
  public var description: String { "a template of this program cannot be filled: \(reason)" }
}
