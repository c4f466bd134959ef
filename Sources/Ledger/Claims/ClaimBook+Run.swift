public import SQLite

extension ClaimBook {
  /// Works on claims in one run: all of it or nothing. A run that changes nothing leaves no trace.
  ///
  /// `command`: what the run is recorded as.
  public static func run<T: Sendable>(
    _ command: String, into connection: inout Connection,
    _ body: (inout ClaimBook, borrowing Transaction) throws -> T
  ) throws -> T {
    do {
      return try connection.transaction { transaction in
        let run = try ImportRun.begin(.claim, command: command, input: nil, in: transaction)
        var book = ClaimBook(writer: LedgerWriter(run: run))
        let result = try body(&book, transaction)
        if book.writer.counts.changesNothing { throw Unwritten<T>(result: result) }
        try book.writer.finish(in: transaction)
        return result
      }
    } catch let unwritten as Unwritten<T> {
      return unwritten.result
    }
  }
}

/// Takes a result out of a transaction that is to leave no trace.
private struct Unwritten<T: Sendable>: Error {
  let result: T
}
