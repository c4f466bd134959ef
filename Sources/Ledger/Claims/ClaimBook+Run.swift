public import SQLite

extension ClaimBook {
  /// Works on claims in one run: all of it or nothing. A run that changes nothing leaves no trace.
  ///
  /// - Parameters:
  ///   - command: What the run is recorded as.
  ///   - connection: The ledger.
  ///   - body: Makes the changes.
  public static func run<T: Sendable>(
    _ command: RunCommand, into connection: inout Connection,
    _ body: (inout ClaimBook, borrowing Transaction) throws -> T
  ) throws -> T {
    var news: [String] = []
    return try run(command, into: &connection, news: &news, body)
  }

  /// The same, and how the tranches of the deals fit what these amount to, where that has changed.
  public static func run<T: Sendable>(
    _ command: RunCommand, into connection: inout Connection, news: inout [String],
    _ body: (inout ClaimBook, borrowing Transaction) throws -> T
  ) throws -> T {
    do {
      return try connection.transaction { transaction in
        let run = try ImportRun.begin(.claim, command: command, input: nil, in: transaction)
        var book = ClaimBook(writer: LedgerWriter(run: run))
        let result = try body(&book, transaction)
        if book.writer.counts.changesNothing { throw Unwritten<T>(result: result) }
        let deals = book.writer.deals
        let before = try DealFit(of: deals, in: transaction)
        try book.writer.finish(in: transaction)
        news = try DealFit(of: deals, in: transaction).news(since: before)
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
