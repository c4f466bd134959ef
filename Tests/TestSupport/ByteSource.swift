/// Bytes given piece by piece, as the readers of files take them.
public enum ByteSource {
  /// A source of bytes that gives at most `chunk` of them at once.
  public static func of(
    _ bytes: [UInt8], chunk: Int = .max
  ) -> (inout OutputRawSpan) throws -> Void {
    var next = 0
    return { output in
      let count = min(chunk, output.freeCapacity, bytes.count - next)
      for byte in bytes[next..<(next + count)] { output.append(byte, as: UInt8.self) }
      next += count
    }
  }

  /// A source of a text.
  public static func of(
    _ text: String, chunk: Int = .max
  ) -> (inout OutputRawSpan) throws -> Void {
    of(Array(text.utf8), chunk: chunk)
  }

  /// Everything that a reader gives, asked for in pieces of `room` bytes.
  public static func all(
    room: Int = 65_536, _ read: (inout OutputRawSpan) throws -> Void
  ) throws -> [UInt8] {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 16)
    defer { memory.deallocate() }
    var bytes: [UInt8] = []
    while true {
      var output = OutputRawSpan(buffer: memory, initializedCount: 0)
      try read(&output)
      let count = output.finalize(for: memory)
      if count == 0 { return bytes }
      bytes += memory.prefix(count)
    }
  }
}
