/// A worksheet as the workbook lists it.
public struct WorksheetEntry: Hashable, Sendable {
  /// Whether a worksheet is shown.
  public enum Visibility: String, Sendable {
    /// It is shown.
    case visible
    /// It is hidden, and its tab can be shown again.
    case hidden
    /// It is hidden such that only a program can show it.
    case veryHidden
  }

  /// The name on its tab.
  public let name: String
  /// Whether it is shown.
  public let visibility: Visibility
  /// The part of the archive that holds it.
  let part: String
}
