/// How a worksheet is written as text.
public struct WorksheetTextOptions: Sendable {
  /// The row with which the text begins; rows before it are passed over.
  public var firstRow = 1
  /// What stands between two fields.
  public var delimiter: UInt8 = 0x2C
  /// What stands before the decimals of a number: `.` or `,`. Cells that hold text stay as they
  /// are.
  public var decimalMark: UInt8 = 0x2E
  /// Whether every row has the cells it has, however many the first one has: for a look at a
  /// worksheet of which nobody knows yet where its table begins.
  public var isRagged = false

  /// From the first row on, with commas between fields and points before decimals.
  public init() {}
}
