import Glibc
import Synchronization

/// How long a question may take. What is spent on waiting for whoever reads the answer does not
/// count.
///
/// SQLite is asked to stop between its instructions. One instruction can last for minutes, as when
/// a long text is looked for in another; a second later a thread ends the program. It reads only,
/// so that nothing is left half done.
final class Deadline: Sendable {
  /// On the clock that only goes forward, in nanoseconds; `never` while it does not count.
  private let end: Atomic<Int64>
  private let seconds: Double
  private static let never = Int64.max
  private static let grace: Int64 = 1_000_000_000

  /// - Parameter seconds: 0 for ever.
  init(seconds: Double) {
    self.seconds = seconds
    end = Atomic(seconds > 0 ? Self.now() + Int64(seconds * 1e9) : Self.never)
    guard seconds > 0 else { return }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let isMade = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Deadline>.fromOpaque(context).takeRetainedValue().watch()
        return nil
      }, context.toOpaque())
    if isMade != 0 { context.release() }
  }

  /// Whether it has passed.
  var hasPassed: Bool { Self.now() >= end.load(ordering: .relaxed) }

  /// What the user reads.
  var words: String {
    let limit = seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    return "this took longer than \(limit) s and was ended; ask for less, or allow more with "
      + "--timeout SECONDS (0 for ever)"
  }

  /// Runs what waits for others; its time does not count.
  func excluding<R>(_ body: () throws -> R) rethrows -> R {
    let held = end.load(ordering: .relaxed)
    guard held != Self.never else { return try body() }
    let start = Self.now()
    end.store(Self.never, ordering: .relaxed)
    defer { end.store(held + Self.now() - start, ordering: .relaxed) }
    return try body()
  }

  /// From now on nothing is ended.
  func lift() { end.store(Self.never, ordering: .relaxed) }

  private func watch() {
    while true {
      let left = end.load(ordering: .relaxed)
      let now = Self.now()
      if left != Self.never, now >= left + Self.grace {
        Console.message("deals: \(words)")
        _exit(ExitStatus.timeLimit.rawValue)
      }
      // Looks again soon where it does not count: the time may go on.
      let wait = left == Self.never ? Self.grace : left + Self.grace - now
      var pause = timespec(
        tv_sec: Int(wait / 1_000_000_000), tv_nsec: Int(wait % 1_000_000_000))
      nanosleep(&pause, nil)
    }
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

/// A question was ended by its deadline.
struct TimeLimit: Error, CustomStringConvertible {
  let description: String
}
