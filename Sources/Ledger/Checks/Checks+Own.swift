public import SQLite
internal import Tabular

extension Checks {
  /// What the name of a saved query begins with that is a check: each row of its answer is a
  /// finding, its first column what it is about, the others what is wrong.
  public static let ownPrefix = "check-"

  /// The checks of this program, and those that the ledger's analysts keep as queries.
  public static func all(in connection: borrowing Connection) throws -> [Check] {
    let own = try SavedQueries.titles(in: connection)
      .filter { $0.origin != "shipped" && $0.name.hasPrefix(ownPrefix) }
    return all + own.map { query in check(query.name, looksFor: query.title) }
  }

  private static func check(_ name: String, looksFor: String) -> Check {
    Check(name: name, looksFor: looksFor) { connection in
      let query = try SavedQueries.find(name, in: connection)
      let answer = try QueryRunner.answer(
        to: Question(query, values: [:], in: connection), in: connection
      ).withoutCoverage
      return answer.rows.map { row in
        let words = row.map(\.words)
        let problem = zip(answer.columns, words).dropFirst().compactMap { column, word in
          word.map { answer.columns.count == 2 ? $0 : "\(column.name) \($0)" }
        }
        return (
          subject: (words.first ?? nil) ?? "nothing",
          problem: problem.isEmpty ? looksFor : problem.joined(separator: ", ")
        )
      }
    }
  }
}

extension Value {
  /// The value in a sentence; nil for none.
  fileprivate var words: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): DecimalText.shortest(number)
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}
