import Foundation
import Synchronization

/// What came of many runs, counted by its name, and what should never have come.
final class Tally: Sendable {
  private let counts = Mutex<[String: Int]>([:])
  private let violations = Mutex<[String]>([])

  func count(_ outcome: String, _ number: Int = 1) {
    counts.withLock { $0[outcome, default: 0] += number }
  }

  func violation(_ text: String) {
    violations.withLock { $0.append(text) }
  }

  subscript(outcome: String) -> Int { counts.withLock { $0[outcome] ?? 0 } }

  var total: Int { counts.withLock { $0.values.reduce(0, +) } }

  /// `12 as before, 3 complete`, the most frequent first.
  var words: String {
    counts.withLock { $0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  /// Expects that nothing came that should not, so that no figure is told of a run where it did.
  ///
  /// - Throws: the first few of what came.
  func expectClean() throws {
    let all = violations.withLock { $0 }
    guard all.isEmpty else { throw Violations(all: all) }
  }

  private struct Violations: Error, CustomStringConvertible {
    let all: [String]
    var description: String {
      "\(all.count) violations (RELIABILITY_SEED=\(Dose.seed)):"
        + all.prefix(12).map { "\n  \($0)" }.joined()
    }
  }
}

/// Work that is divided among as many workers as there are processors, each in a place of its own.
enum Shards {
  /// Does something for each number from 0; what is thrown is a violation of the tally.
  static func run(
    _ count: Int, _ tally: Tally, _ work: @Sendable (Int, Workplace) throws -> Void
  ) {
    let next = Atomic<Int>(0)
    let workers = max(1, min(count, ProcessInfo.processInfo.activeProcessorCount))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      do {
        let workplace = try Workplace()
        while true {
          let index = next.add(1, ordering: .relaxed).oldValue
          guard index < count else { return }
          try work(index, workplace)
        }
      } catch {
        tally.violation("\(error)")
      }
    }
  }
}
