import Tabular

/// An input whose bytes are hashed as they are read.
final class HashedSource {
  let name: String
  private let source: (inout OutputRawSpan) throws -> Void
  private var hash = SHA256()

  init(_ name: String, _ source: @escaping (inout OutputRawSpan) throws -> Void) {
    (self.name, self.source) = (name, source)
  }

  /// Appends the next bytes; none at the end.
  func read(into output: inout OutputRawSpan) throws {
    let before = output.byteCount
    try source(&output)
    let count = output.byteCount
    guard count > before else { return }
    let bytes = output.bytes.withUnsafeBytes { Array($0[before..<count]) }
    hash.take(bytes)
  }

  /// Everything there is.
  ///
  /// - Parameter most: How many bytes are read before the rest is left alone.
  func all(most: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try inRoom { room in
      while bytes.count <= most, let chunk = try next(in: room) { bytes += chunk }
    }
    return bytes
  }

  /// The hash of the input as a whole, what no reader has asked for included.
  func finish() throws -> String {
    try inRoom { room in while try next(in: room) != nil {} }
    return hash.finish()
  }

  private func inRoom(_ body: (UnsafeMutableRawBufferPointer) throws -> Void) throws {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    try body(room)
  }

  private func next(
    in room: UnsafeMutableRawBufferPointer
  ) throws -> Slice<UnsafeMutableRawBufferPointer>? {
    var output = OutputRawSpan(buffer: room, initializedCount: 0)
    try read(into: &output)
    let count = output.finalize(for: room)
    return count == 0 ? nil : room.prefix(count)
  }
}
