/// A table from 64-bit hashes to small values, in memory that grows by doubling: what is needed to
/// know millions of records again without their texts.
///
/// Two different texts with one hash would be taken for one. Of three million records the chance
/// is one in four million; where it matters, a second hash beside tells them apart.
struct SheetTable<Value: BitwiseCopyable>: ~Copyable {
  private var keys: UnsafeMutablePointer<UInt64>
  private var values: UnsafeMutablePointer<Value>
  private var capacity: Int
  /// How many there are.
  private(set) var count = 0

  init(capacity: Int = 1 << 12) {
    self.capacity = capacity
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    values = .allocate(capacity: capacity)
  }

  deinit {
    keys.deallocate()
    values.deallocate()
  }

  /// The value of a hash.
  subscript(hash: UInt64) -> Value? {
    let slot = slot(of: hash)
    return keys[slot] == 0 ? nil : values[slot]
  }

  /// Sets the value of a hash.
  mutating func set(_ hash: UInt64, _ value: Value) {
    if 4 * count >= 3 * capacity { grow() }
    let slot = slot(of: hash)
    if keys[slot] == 0 {
      keys[slot] = Self.key(hash)
      count += 1
    }
    values[slot] = value
  }

  /// Zero marks a free slot.
  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private func slot(of hash: UInt64) -> Int {
    let key = Self.key(hash)
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (capacity - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (capacity - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues, oldCapacity) = (keys, values, capacity)
    capacity *= 2
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    values = .allocate(capacity: capacity)
    for old in 0..<oldCapacity where oldKeys[old] != 0 {
      let slot = slot(of: oldKeys[old])
      keys[slot] = oldKeys[old]
      values[slot] = oldValues[old]
    }
    oldKeys.deallocate()
    oldValues.deallocate()
  }
}

extension SheetTable where Value == Void {
  /// Adds a hash.
  ///
  /// - Returns: whether it was there already.
  mutating func insert(_ hash: UInt64) -> Bool {
    let before = count
    set(hash, ())
    return count == before
  }
}
