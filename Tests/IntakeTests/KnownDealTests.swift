import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// A document of a deal that is on record says what is new.
@Suite(.temporaryDirectory) struct KnownDealTests {
  /// Members of a deal that is on record with name and kind, or is not; what is wrong with it.
  @Test(arguments: [
    (#""key": "held", "amount": 7"#, []), (#""key": "held", "kind": "bond", "amount": 7"#, []),
    (
      #""key": "new", "amount": 7"#,
      [
        "lacks 'kind' (a deal that is not on record needs it)",
        "lacks 'name' (a deal that is not on record needs it)",
      ]
    ),
  ])
  func `of a deal on record its name and kind need not be said again`(
    members: String, problems: [String]
  ) throws {
    let rest =
      #", "issuer": "Meta", "currency": "USD", "evidence": "filed", "binding": "definitive", "#
      + #""sources": ["paper"]}"#
    let held = #"{"key": "held", "name": "Held", "kind": "loan", "amount": 5"# + rest
    var ledger = try Workbench.ledger(with: held)
    do {
      let summary = try Workbench.load("{\(members)\(rest)", &ledger)
      #expect(problems == [])
      #expect(summary.changes.contains { $0.key == "held/undivided" || $0.key.hasPrefix("held") })
      #expect(try rows("SELECT name FROM deal WHERE key = 'held'", in: ledger) == ["Held"])
    } catch let error as ImportRefused {
      let told = error.problems.map { problem in
        let words = problem.message.split(separator: ": ").last.map(String.init) ?? ""
        return words + (problem.hint.map { " (\($0))" } ?? "")
      }
      #expect(told.sorted() == problems)
    }
  }
}
