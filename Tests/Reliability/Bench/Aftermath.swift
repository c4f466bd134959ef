import Foundation
import Ledger
import SQLite
import Synchronization

/// Looks at what a disturbed command left behind.
enum Aftermath {
  /// What is wrong, or which state there is.
  ///
  /// Reads the ledger as the next command does, undisturbed, then judges it and every other file.
  /// Outputs are none, or whole, or drafts that the same command takes away.
  static func look(
    _ scenario: Scenario, _ run: Run, at workplace: Workplace, mayCrash: Bool = false
  ) throws -> LedgerJudge.Verdict {
    if (run.isCrash && !mayCrash) || run.isHung { return .wrong("it crashed or hung: \(run.told)") }
    if let problem = try recover(scenario, at: workplace) { return .wrong(problem) }
    if let problem = try coldJournal(scenario, at: workplace) { return .wrong(problem) }
    let ledger = workplace.file(Scenario.ledger)
    var verdict = try scenario.judge.verdict(ledger)
    if let problem = outputs(scenario, at: workplace) { return .wrong(problem) }
    let isWhole = scenario.outputs.keys.allSatisfy { workplace.bytes($0) != nil }
    if !scenario.outputs.isEmpty, verdict == .before, isWhole { verdict = .after }
    if run.status == 0, verdict != .after { return .wrong("status 0, and \(verdict.words)") }
    if !scenario.outputs.isEmpty, verdict == .before {
      if let problem = try again(scenario, at: workplace) { return .wrong(problem) }
    }
    let left = Set(workplace.names()).subtracting(scenario.files.keys)
      .subtracting(scenario.outputs.keys)
    return left.isEmpty ? verdict : .wrong("left behind: \(left.sorted())")
  }

  /// What the next command does first. Every eighth time it is the program itself; else the code it
  /// does it with is run here, which saves most of the time.
  private static func recover(_ scenario: Scenario, at workplace: Workplace) throws -> String? {
    let isWhole = turns.add(1, ordering: .relaxed).oldValue % 8 == 0
    if isWhole || Dose.current == .torture {
      let next = try Program.run(scenario.next, at: workplace)
      return next.status == 0 ? nil : "the next command: \(next.told)"
    }
    do {
      _ = try LedgerFile.openAnyVersion(workplace.file(Scenario.ledger), mode: .readOnly)
      return nil
    } catch {
      return "the next to read: \(error)"
    }
  }

  private static let turns = Atomic<Int>(0)

  /// A journal whose head is not written yet, or not any more, means nothing and hinders nobody.
  /// Reading leaves it; whatever opens the ledger to write takes it away, also where it then has
  /// nothing to write.
  private static func coldJournal(_ scenario: Scenario, at workplace: Workplace) throws -> String? {
    guard let journal = workplace.bytes(Scenario.ledger + "-journal"),
      journal.prefix(8).allSatisfy({ $0 == 0 })
    else { return nil }
    let before = workplace.bytes(Scenario.ledger)
    do {
      _ = try LedgerFile.openAnyVersion(workplace.file(Scenario.ledger), mode: .readWrite)
    } catch {
      return "the next to write: \(error)"
    }
    return workplace.bytes(Scenario.ledger) == before ? nil : "a cold journal was played back"
  }

  /// A file that is neither an input, nor a whole output, nor a draft.
  private static func outputs(_ scenario: Scenario, at workplace: Workplace) -> String? {
    for name in workplace.names() where name != Scenario.ledger {
      if let expected = scenario.files[name] ?? scenario.outputs[name] {
        guard workplace.bytes(name) != expected else { continue }
        return "\(name) is half written"
      }
      let isDraft = scenario.outputs.keys.contains { name.hasPrefix($0 + ".new") }
      guard isDraft else { return "left behind: \(name)" }
    }
    return nil
  }

  /// The same command again makes what is missing and leaves no draft. One that keeps an earlier
  /// output has to be given room first, as it says.
  private static func again(_ scenario: Scenario, at workplace: Workplace) throws -> String? {
    var run = try Program.run(scenario.arguments, at: workplace)
    if run.status == 73, run.stderr.contains("there already") {
      for name in scenario.outputs.keys {
        try? FileManager.default.removeItem(atPath: workplace.file(name))
      }
      run = try Program.run(scenario.arguments, at: workplace)
    }
    guard run.status == 0 else { return "the same command again: \(run.told)" }
    return outputs(scenario, at: workplace)
  }
}
