/// What is wrong with a compressed file or an archive, and where.
public struct ArchiveProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name the file was read under; empty when it has none.
  public let file: String
  /// The name of the file within the archive, where the trouble is in one.
  public let entry: String?
  /// The offset in the compressed file at which it was found, from 0, where that is known.
  public let byteOffset: Int?
  /// What was expected and what was found, without a full stop.
  public let message: String
  /// What to do about it, where that is known.
  public let hint: String?

  init(
    file: String, entry: String? = nil, at byteOffset: Int? = nil, _ message: String,
    hint: String? = nil
  ) {
    self.file = file
    self.entry = entry
    self.byteOffset = byteOffset
    self.message = message
    self.hint = hint
  }

  /// `file: entry: byte 12: message`, and the hint in parentheses where there is one.
  public var description: String {
    var parts = file.isEmpty ? [] : [file]
    if let entry { parts.append(entry) }
    if let byteOffset { parts.append("byte \(byteOffset)") }
    parts.append(message)
    let text = parts.joined(separator: ": ")
    return hint.map { "\(text) (\($0))" } ?? text
  }
}
