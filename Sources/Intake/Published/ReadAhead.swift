import Dispatch
import Synchronization

/// Values that a thread of its own makes before they are asked for, so that an input is read while
/// the ledger is written.
final class ReadAhead<Value: Sendable>: Sendable {
  private struct State {
    var made: [Result<Value?, any Error>] = []
    var isOver = false
  }

  private let state = Mutex(State())
  // Both begin at zero: a semaphore may not end below what it began with.
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let working = DispatchGroup()

  /// Begins.
  ///
  /// - Parameters:
  ///   - most: How many values wait to be taken before the thread does.
  ///   - make: Gives the next value, nil at the end. What it uses belongs to the thread until the
  ///     end was taken or `stop` has returned.
  init(most: Int, _ make: @escaping () throws -> Value?) {
    for _ in 0..<most { room.signal() }
    nonisolated(unsafe) let make = make
    DispatchQueue.global().async(group: working) { [self] in
      var isOver = false
      while !isOver {
        room.wait()
        guard !state.withLock(\.isOver) else { return }
        let result = Result { try make() }
        if case .success(.some) = result {} else { isOver = true }
        state.withLock { $0.made.append(result) }
        filled.signal()
      }
    }
  }

  /// The next value; nil at the end.
  ///
  /// - Throws: what making it threw.
  func next() throws -> Value? {
    guard !state.withLock(\.isOver) else { return nil }
    filled.wait()
    let result = state.withLock { state in
      let result = state.made.removeFirst()
      if case .success(.some) = result {} else { state.isOver = true }
      return result
    }
    room.signal()
    return try result.get()
  }

  /// Makes no more, and waits for what is being made.
  func stop() {
    state.withLock { $0.isOver = true }
    room.signal()
    working.wait()
  }
}
