/// How an amount is to be taken (design.md 1). The raw value is the code in documents and in the
/// file.
public enum Qualifier: String, Sendable, CaseIterable {
  /// The amount itself.
  case exact
  /// The amount is near.
  case about
  /// The amount or less.
  case upTo = "up_to"
  /// The amount or more.
  case atLeast = "at_least"
  /// Between a low and a high amount; there is no amount of its own and never a midpoint.
  case range
  /// No amount is known.
  case undisclosed
}
