/// The statements of one connection that rest between uses, by their SQL.
struct StatementCache {
  /// More than the repositories have statements; small beside one page cache.
  static let capacity = 200

  private var slots: [String: StatementSlot] = [:]
  private var uses = 0

  /// The slot for a statement with this SQL, if there is one.
  mutating func slot(for sql: String) -> StatementSlot? {
    guard let slot = slots[sql] else { return nil }
    touch(slot)
    return slot
  }

  /// Makes a slot.
  ///
  /// A full cache forgets the one that has not been used for longest.
  mutating func makeSlot(for sql: String) -> StatementSlot {
    if slots.count >= Self.capacity,
      let oldest = slots.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      slots[oldest.key] = nil
    }
    let slot = StatementSlot()
    touch(slot)
    slots[sql] = slot
    return slot
  }

  /// Finalises all that rest.
  mutating func removeAll() {
    slots = [:]
  }

  private mutating func touch(_ slot: StatementSlot) {
    uses += 1
    slot.lastUse = uses
  }
}
