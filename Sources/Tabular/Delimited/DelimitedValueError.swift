/// Why the bytes of a field are not the value that was wanted, and which of them shows it.
public struct DelimitedValueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a value.
  public enum Reason: Hashable, Sendable {
    /// There is nothing, or nothing but blanks.
    case empty
    /// A byte that no number has there.
    case notANumber
    /// One point or comma before three digits: decimals or thousands.
    case ambiguous
    /// A point and a comma, where it was not told which one is decimal.
    case bothMarks
    /// A point where the comma is decimal, or a comma where the point is.
    case otherMark
    /// Digits between separators that are no groups of three.
    case grouping
    /// A power of ten, with which spreadsheets write numbers they have rounded.
    case exponent
    /// Zero with a minus sign, what is left of a number that was rounded.
    case negativeZero
    /// More digits than a 64-bit integer holds.
    case tooManyDigits
    /// Decimals, where a whole number was wanted.
    case notWhole
    /// A byte that no date has there.
    case notADate
    /// The year 0000.
    case noSuchYear
    /// A month that no year has.
    case noSuchMonth
    /// A day that the month does not have.
    case noSuchDay
  }

  /// What is wrong.
  public let reason: Reason
  /// The byte that shows it, as an offset in the field.
  public let offset: Int

  init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The reason as a phrase that goes on from the value: `“1.234” is ambiguous: …`.
  public var description: String {
    switch reason {
    case .empty: "is empty"
    case .notANumber: "is not a number"
    case .ambiguous: "is ambiguous: three digits behind the mark are decimals or thousands"
    case .bothMarks: "has a point and a comma, and it was not told which one is decimal"
    case .otherMark: "has the decimal mark of another convention"
    case .grouping: "has digits that are not in groups of three"
    case .exponent: "has a power of ten: write all its digits"
    case .negativeZero: "is a negative zero"
    case .tooManyDigits: "has too many digits"
    case .notWhole: "is not a whole number"
    case .notADate: "is not a date: write 2025, 2025-11 or 2025-11-03"
    case .noSuchYear: "is not a date: there is no year 0"
    case .noSuchMonth: "is not a date: there is no such month"
    case .noSuchDay: "is not a date: the month has no such day"
    }
  }
}
