public import Tabular

/// A table as delimited text in UTF-8, whatever it was made of.
public struct TableInput {
  /// The name that problems print.
  public let name: String
  /// How the text is written, as far as that is known.
  public var options = DelimitedOptions()
  /// Appends the next bytes of the text, none at its end.
  public let read: PieceReader
  /// Who made the text, where it is not the file itself.
  public var origin: (any TableOrigin)?
  /// What there is to know of the input once it was read, as sentences without a full stop.
  public var notices: () -> [String] = { [] }

  /// A text that is in a file as it is.
  public init(name: String, read: @escaping PieceReader) {
    self.name = name
    self.read = read
  }
}

/// Who made the text of a table, and knows more of its lines than stands in them. Lines are asked
/// for in their order; what is before the line that is asked for is forgotten.
public protocol TableOrigin: DelimitedOrigin {
  /// What is wrong with fields of the record that begins on a line.
  func faults(line: Int) -> [FieldFault]

  /// The line as it stood before it was made, with what stood between its cells; nil where the text
  /// is what there is.
  func original(line: Int) -> OriginalLine?
}

/// What is wrong with a field of a line, found by who made the text.
public struct FieldFault: Hashable, Sendable {
  /// The field, from 0.
  public let field: Int
  /// What is wrong, at its place in the original.
  public let problem: SourceProblem
}

/// A line of a table as somebody else wrote it.
public struct OriginalLine: Sendable {
  /// What stands on lines before it that belong to it: those before a header.
  public var preamble: [UInt8] = []
  /// Its bytes without the line end.
  public let bytes: [UInt8]
  /// What stands between its cells.
  public let delimiter: UInt8
}
