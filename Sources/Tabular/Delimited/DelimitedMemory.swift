/// A piece of memory that is used again and again, and freed with its owner.
struct DelimitedMemory<Element: BitwiseCopyable>: ~Copyable {
  private(set) var pointer: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  init(capacity: Int) {
    pointer = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit {
    pointer.deallocate()
  }

  /// Takes a larger piece and moves the first `count` elements to it.
  mutating func grow(to capacity: Int, keeping count: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: pointer, count: count)
    pointer.deallocate()
    pointer = larger
    self.capacity = capacity
  }
}
