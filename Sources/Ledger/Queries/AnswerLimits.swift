internal import SQLite

/// How much of an answer is held in memory, to be shown to people. Formats for machines hold one
/// row at a time and need no such limit.
public struct AnswerLimits: Sendable {
  private let rows: Int
  private let bytes: Int
  private var takenRows = 0
  private var takenBytes = 0

  /// - Parameters:
  ///   - rows: how many rows there may be.
  ///   - bytes: what their values may take, as they are stored.
  public init(rows: Int = 250_000, bytes: Int = 128 << 20) {
    (self.rows, self.bytes) = (rows, bytes)
  }

  /// Counts a row.
  ///
  /// - Throws: `LedgerError.beyondLimit` when it is one too many.
  mutating func take(_ values: [Value]) throws {
    takenRows += 1
    for value in values {
      switch value {
      case .text(let text): takenBytes += 16 + text.utf8.count
      case .blob(let blob): takenBytes += 16 + blob.count
      default: takenBytes += 16
      }
    }
    guard takenRows <= rows, takenBytes <= bytes else {
      throw LedgerError.beyondLimit(
        problem: takenRows > rows
          ? "this answer has more than \(rows) rows, too many to be shown"
          : "this answer has more than \(bytes >> 20) MiB, too much to be shown",
        remedy: "ask for less, or write all of it with --format csv or ndjson")
    }
  }
}
