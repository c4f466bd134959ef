/// Whether money has moved: the third axis of a deal's state (design.md 1).
///
/// The raw value is the code in documents and in the file.
public enum Funding: String, Sendable, CaseIterable, BitwiseCopyable {
  /// Nobody says.
  case unknown
  /// No money has been committed.
  case none
  /// Money has been committed and none of it drawn.
  case committed
  /// A part has been drawn.
  case partlyDrawn = "partly_drawn"
  /// All of it has been drawn.
  case drawn
  /// All of it was drawn and paid back.
  case repaid
}
