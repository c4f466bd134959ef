/// What a cell holds.
public enum CellContent: Hashable, Sendable {
  /// Nothing.
  case empty
  /// Text, whatever it begins with.
  case text(String)
  /// A number; one that is not finite stands as its name.
  case number(Double)
  /// A day as the days since 30 December 1899, from 61 on, which is 1 March 1900: earlier ones
  /// are other days elsewhere.
  case day(Int)
  /// Yes or no.
  case flag(Bool)
  /// An address of the web; one that no cell can link stands as text.
  case link(String)
}
