internal import SQLite

/// A source as a list of sources names it.
public struct CitedSource: Sendable, Equatable {
  /// Its key in the ledger.
  public let key: String
  /// What it is called.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// Where it is found; nil where it has no address.
  public let url: String?
  /// The first day it can have been published, `YYYY-MM-DD`; nil where it says none.
  public let publishedOn: String?
  /// The last such day; the same when the day is known.
  public let publishedUntil: String?
  /// The day it was read, `YYYY-MM-DD`; nil where nobody noted it.
  public let retrievedOn: String?
  /// How far it is to be trusted: P, S, A or E; nil where nobody graded it.
  public let grade: String?

  /// The source of a row of the table `source`.
  ///
  /// - Throws: `SQLiteError`; there is no such row when the result is nil.
  static func find(
    _ number: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> CitedSource? {
    try database.first(
      """
      SELECT key, title, publisher, url, published_on, published_until, retrieved_on, grade
      FROM source WHERE id = ?
      """, [number]
    ) { row in
      CitedSource(
        key: try row(0), title: try row(1), publisher: try row(2), url: try row(3),
        publishedOn: try row(4), publishedUntil: try row(5), retrievedOn: try row(6),
        grade: try row(7))
    }
  }
}
