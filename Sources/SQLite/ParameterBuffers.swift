/// The bytes of the texts bound to one statement, at addresses that stay until the next binding.
///
/// SQLite can copy each text itself, but allocates for each, which is a tenth of the time of a
/// large import. Here each parameter has one buffer, used again for every row: it is only ever
/// written to while the statement is reset, just before it is bound again.
@safe struct ParameterBuffers: ~Copyable {
  /// Longer texts are rare, and SQLite copies them: a buffer is kept as long as its statement.
  static let longestText = 4096

  @safe private struct Buffer {
    var start: UnsafeMutablePointer<UInt8>?
    var capacity = 0
  }

  /// By parameter number; the first is never used.
  private var buffers: [Buffer] = []

  deinit {
    for buffer in buffers { unsafe buffer.start?.deallocate() }
  }

  /// Copies a text, which is not empty, into the buffer of a parameter, and returns its address.
  @unsafe mutating func copy(
    _ text: UnsafePointer<UInt8>, count: Int, parameter number: Int32
  ) -> UnsafePointer<UInt8> {
    let index = Int(number)
    while buffers.count <= index { buffers.append(Buffer()) }
    var buffer = buffers[index]
    if buffer.capacity < count {
      let capacity = count <= 64 ? 64 : Self.longestText
      unsafe buffer.start?.deallocate()
      unsafe buffer = Buffer(start: .allocate(capacity: capacity), capacity: capacity)
      buffers[index] = buffer
    }
    guard let start = unsafe buffer.start else { return unsafe text }
    unsafe start.update(from: text, count: count)
    return unsafe UnsafePointer(start)
  }
}
