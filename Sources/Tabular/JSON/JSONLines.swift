/// The values of a text with one JSON value a line (NDJSON), read as they are asked for.
///
/// Blank lines are skipped, CRLF is as good as LF. Positions are those of the file, and a line that
/// cannot be read does not keep the next one from being read.
public struct JSONLines: Sequence, Sendable {
  private let source: SourceText

  /// The lines of a file.
  public init(_ source: SourceText) {
    self.source = source
  }

  /// Reads line after line.
  public func makeIterator() -> Iterator {
    Iterator(source: source)
  }
}
