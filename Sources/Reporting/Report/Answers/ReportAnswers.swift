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
  /// - Throws: `LedgerError.query` for a day or a currency that queries refuse.
  public init(
    _ options: ReportOptions, stamp: LedgerStamp, in connection: borrowing Connection
  ) throws {
    self.options = options
    self.stamp = stamp
    size = try LedgerSize(connection)
    var answers: [ReportQuestion: ReportAnswer] = [:]
    let parts = ReportParts.chosen(options)
    let figures = options.only.isEmpty ? KeyFigures.questions : []
    for question in figures + parts.flatMap(\.questions)
    where answers[question] == nil {
      let referred = question.reference.flatMap { answers[ReportQuestion($0.query)] }
      answers[question] = try ReportAnswer(
        question, common: options.values, referred: referred, in: connection)
    }
    self.answers = answers
    // Figures that others published are rebuilt from the records that ship; other ledgers have
    // none of them.
    reproductions =
      parts.contains { $0.id == "reproductions" }
      ? try Reproduction.shipped().compactMap { reproduction in
        do {
          return try ReproducedFigure(reproduction, in: connection)
        } catch is ReproductionProblem { return nil }
      } : []
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
