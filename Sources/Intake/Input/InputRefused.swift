/// A file that cannot be read at all: damaged, of a kind nobody reads, or no text.
public struct InputRefused: Error, CustomStringConvertible {
  /// What is wrong, each as one line that names the file.
  public let lines: [String]

  /// Problems in words, several inputs together.
  public init(_ lines: [String]) { self.lines = lines }

  /// A file of which nothing more is known than its name.
  public init(_ name: String, _ message: String, hint: String? = nil) {
    self.init(["\(name): \(message)" + (hint.map { " (\($0))" } ?? "")])
  }

  /// What the user reads.
  public var description: String { lines.joined(separator: "\n") }
}
