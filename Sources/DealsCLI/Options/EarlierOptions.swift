import ArgumentParser
import Finance
import Ledger
import SQLite

/// Which state of the ledger is asked: as it was known, or as it was published.
struct EarlierOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What this file said after a run, at the end of a day, or at a moment (all in UTC).",
      valueName: "run|day|moment"))
  var knownAt: String?

  @Option(
    help: ArgumentHelp(
      "Only what a source published by that day says.", valueName: "YYYY-MM-DD"))
  var publishedBy: String?

  /// The state that is asked for.
  var question: EarlierQuestion { EarlierQuestion(knownAt: knownAt, publishedBy: publishedBy) }

  /// The ledger to read, as it was or is; all that is read of it is of one state.
  ///
  /// - Parameter statements: All that will be asked, so that nothing else is derived; nil where
  ///   that is not known.
  func open(
    _ options: LedgerOptions,
    toAsk statements: (borrowing Connection) throws -> [String]? = { _ in nil }
  ) throws -> Connection {
    guard !question.isOfNow else { return try options.openState() }
    let connection = try options.openForReading()
    let asked = try statements(connection)
    if let words = try EarlierLedger.enter(question, toAsk: asked, in: connection) {
      options.tell(words)
    }
    return connection
  }

  func validate() throws {
    if let knownAt, let problem = LedgerMoment.problem(with: knownAt) {
      throw ValidationError("--known-at \(knownAt): \(problem)")
    }
    try OptionChecks.day(publishedBy, "--published-by")
  }
}
