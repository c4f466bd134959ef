internal import Ledger
public import SQLite

/// All that a report is made of, asked before anything is written.
public struct ReportAnswers {
  let options: ReportOptions
  let stamp: LedgerStamp
  let size: LedgerSize
  let reproductions: [ReproducedFigure]
  private let answers: [ReportQuestion: ReportAnswer]

  /// Asks the ledger.
  ///
  /// - Parameters:
  ///   - connection: one that holds a state of the ledger, so that all figures are of the same.
  ///   - others: further connections to that state, so that questions are asked side by side.
  /// - Throws: `LedgerError.query` for a day or a currency that queries refuse.
  public init(
    _ options: ReportOptions, stamp: LedgerStamp, in connection: borrowing Connection,
    others: FurtherConnections = .none
  ) throws {
    self.options = options
    self.stamp = stamp
    size = try LedgerSize(connection)
    let parts = ReportParts.chosen(options)
    let figures = options.only.isEmpty ? KeyFigures.questions : []
    var pieces = Self.chains(figures + parts.flatMap(\.questions))
    if parts.contains(where: { $0.id == "reproductions" }) {
      pieces += try Reproduction.shipped().map { .reproduction($0) }
    }
    let outcome = try ReportWork(pieces, common: options.values)
      .outcome(in: connection, others: others)
    answers = outcome.answers
    reproductions = outcome.reproductions.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Each question once, with those that refer to it behind it.
  private static func chains(_ questions: [ReportQuestion]) -> [ReportWork.Piece] {
    var seen: Set<ReportQuestion> = []
    let all = questions.filter { seen.insert($0).inserted }
    let referring = Dictionary(grouping: all) { $0.reference.map { ReportQuestion($0.query) } }
    return (referring[nil] ?? []).map { .questions([$0] + (referring[$0] ?? [])) }
  }

  /// The answer to a question that was asked.
  subscript(question: ReportQuestion) -> ReportAnswer {
    guard let answer = answers[question] else {
      preconditionFailure("\(question.query) is not among the questions of its part")
    }
    return answer
  }

  /// The command that asks a question again.
  func command(_ answer: ReportAnswer) -> String { answer.command(earlier: options.earlierOptions) }
}
