import Synchronization
import Testing

@testable import Intake

@Suite("Reading ahead")
struct ReadAheadTests {
  struct Torn: Error {}

  @Test("Gives all values in their order, then nil again and again", arguments: [1, 2, 100])
  func order(most: Int) throws {
    let numbers = Mutex(0)
    let ahead = ReadAhead(most: most) { next(numbers, below: 1_000) }
    var taken: [Int] = []
    while let number = try ahead.next() { taken.append(number) }
    #expect(taken == Array(0..<1_000))
    #expect(try ahead.next() == nil)
    ahead.stop()
  }

  @Test("What making a value throws comes where the value would have")
  func failure() throws {
    let numbers = Mutex(0)
    let ahead = ReadAhead(most: 4) {
      guard let number = next(numbers, below: 3) else { throw Torn() }
      return number
    }
    #expect(try (0..<3).map { _ in try ahead.next() } == [0, 1, 2])
    #expect(throws: Torn.self) { try ahead.next() }
    #expect(try ahead.next() == nil)
  }

  @Test("Makes no more than may wait, and nothing once it is stopped")
  func stopping() throws {
    let numbers = Mutex(0)
    let ahead = ReadAhead(most: 3) { next(numbers, below: .max) }
    #expect(try ahead.next() == 0)
    ahead.stop()
    let made = numbers.withLock { $0 }
    #expect((1...4).contains(made))
    #expect(try ahead.next() == nil)
    #expect(numbers.withLock { $0 } == made)
  }

  private func next(_ numbers: borrowing Mutex<Int>, below end: Int) -> Int? {
    numbers.withLock { number in
      guard number < end else { return nil }
      defer { number += 1 }
      return number
    }
  }
}
