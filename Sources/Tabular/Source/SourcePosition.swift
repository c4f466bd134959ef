/// A place in an input file, counted as an editor counts: lines and columns from 1.
///
/// A column is a Unicode scalar, so `å` is one column and a tab is one column.
public struct SourcePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name the file was read under, as the user gave it. Empty when the text has no file.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// Where it stands in a file that has no lines, in words: `sheet “Deals”, C7`. Line and column
  /// are then the row and the column of the cell.
  public let cell: String?

  /// A place at `line` and `column` of `file`, both counted from 1.
  public init(file: String = "", line: Int, column: Int, cell: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.cell = cell
  }

  /// `file:line:column`, or `line:column` when there is no file. Terminals make it a link. Of a
  /// workbook `file, sheet “Deals”, C7`.
  public var description: String {
    if let cell { return file.isEmpty ? cell : "\(file), \(cell)" }
    return file.isEmpty ? "\(line):\(column)" : "\(file):\(line):\(column)"
  }

  /// Orders by file, then by line, then by column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
