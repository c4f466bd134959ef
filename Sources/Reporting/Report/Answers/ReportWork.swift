import Dispatch
internal import Ledger
internal import SQLite
import Synchronization

/// What a report asks, given out piece by piece to connections that ask side by side.
final class ReportWork: Sendable {
  /// What one connection asks in one go.
  enum Piece: Sendable {
    /// Questions, each of which may refer to those before it.
    case questions([ReportQuestion])
    /// A published figure, rebuilt.
    case reproduction(Reproduction)
  }

  /// What came of it.
  struct Outcome: Sendable {
    var answers: [ReportQuestion: ReportAnswer] = [:]
    /// By their place among the pieces.
    var reproductions: [Int: ReproducedFigure] = [:]
  }

  private struct State {
    var next = 0
    var outcome = Outcome()
    /// What went wrong, by the place of its piece.
    var problems: [Int: any Error] = [:]
  }

  private let pieces: [Piece]
  private let common: [String: String]
  private let state = Mutex(State())

  /// - Parameter common: what every question is asked with.
  init(_ pieces: [Piece], common: [String: String]) {
    self.pieces = pieces
    self.common = common
  }

  /// Asks everything.
  ///
  /// - Parameters:
  ///   - connection: one that holds a state of the ledger.
  ///   - others: further connections to the same state; none where they cannot be.
  /// - Throws: what goes wrong with the first piece of which anything does.
  func outcome(in connection: borrowing Connection, others: FurtherConnections) throws -> Outcome {
    let working = DispatchGroup()
    for _ in 0..<others.count {
      DispatchQueue.global().async(group: working) { [self] in
        // Where the ledger cannot be opened once more the first connection does all of the work.
        guard let connection = try? others.open() else { return }
        work(in: connection)
      }
    }
    work(in: connection)
    working.wait()
    return try state.withLock { state in
      if let first = state.problems.min(by: { $0.key < $1.key }) { throw first.value }
      return state.outcome
    }
  }

  private func work(in connection: borrowing Connection) {
    while let place = take() {
      do {
        switch pieces[place] {
        case .questions(let questions): try ask(questions, in: connection)
        case .reproduction(let reproduction): try rebuild(reproduction, place, in: connection)
        }
      } catch {
        state.withLock { $0.problems[place] = error }
      }
    }
  }

  /// The next piece; nil where none is left or something went wrong.
  private func take() -> Int? {
    state.withLock { state in
      guard state.problems.isEmpty, state.next < pieces.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  private func ask(_ questions: [ReportQuestion], in connection: borrowing Connection) throws {
    var answers: [ReportQuestion: ReportAnswer] = [:]
    for question in questions {
      let referred = question.reference.flatMap { answers[ReportQuestion($0.query)] }
      answers[question] = try ReportAnswer(
        question, common: common, referred: referred, in: connection)
    }
    state.withLock { [answers] in $0.outcome.answers.merge(answers) { first, _ in first } }
  }

  /// Figures that others published are rebuilt from the records that ship; other ledgers have none
  /// of them.
  private func rebuild(
    _ reproduction: Reproduction, _ place: Int, in connection: borrowing Connection
  ) throws {
    do {
      let figure = try ReproducedFigure(reproduction, in: connection)
      state.withLock { $0.outcome.reproductions[place] = figure }
    } catch is ReproductionProblem {}
  }
}
