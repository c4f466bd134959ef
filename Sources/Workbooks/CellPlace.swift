/// A cell of a worksheet by column and row, both from 1.
public struct CellPlace: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The column: 1 for A, 27 for AA.
  public let column: Int
  /// The row.
  public let row: Int

  /// The last column and row that a worksheet has (ECMA-376, limits of spreadsheet programs).
  public static let last = CellPlace(column: 16_384, row: 1_048_576)

  /// A cell by its numbers.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads a place as formulas have it: `C7`, also `$C$7`; `nil` when it is none.
  public init?(_ text: String) {
    var bytes = text.utf8.filter { $0 != UInt8(ascii: "$") }[...]
    var (column, row) = (0, 0)
    while let letter = bytes.first, let value = Self.letter(letter), column <= Self.last.column {
      column = column * 26 + value
      bytes.removeFirst()
    }
    guard column > 0, !bytes.isEmpty else { return nil }
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39, row <= Self.last.row else { return nil }
      row = row * 10 + Int(byte - 0x30)
    }
    guard row > 0, column <= Self.last.column, row <= Self.last.row else { return nil }
    self.init(column: column, row: row)
  }

  /// The letters of a column: `A`, `AA`.
  public static func letters(of column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(Unicode.Scalar(UInt8(0x41 + rest % 26))) + letters
      rest /= 26
    }
    return letters
  }

  /// Letters and number: `C7`.
  public var description: String { "\(Self.letters(of: column))\(row)" }

  /// Orders by row, then by column.
  public static func < (left: CellPlace, right: CellPlace) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }

  private static func letter(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte - 0x40)
    case 0x61...0x7A: Int(byte - 0x60)
    default: nil
    }
  }
}

/// A rectangle of cells.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  /// The cell at its upper left.
  public let first: CellPlace
  /// The cell at its lower right.
  public let last: CellPlace

  /// Reads `A1:C3`, or one cell; `nil` when it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let start = parts.first.flatMap({ CellPlace(String($0)) }), parts.count <= 2,
      let end = CellPlace(String(parts[parts.count - 1])), start.column <= end.column,
      start.row <= end.row
    else { return nil }
    first = start
    last = end
  }

  /// Whether a cell lies in it.
  public func contains(_ place: CellPlace) -> Bool {
    place.row >= first.row && place.row <= last.row && place.column >= first.column
      && place.column <= last.column
  }

  /// Both corners: `A1:C3`.
  public var description: String { "\(first):\(last)" }
}
