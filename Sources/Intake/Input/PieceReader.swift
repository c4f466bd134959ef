/// Appends the next bytes of an input to a span, none at its end.
public typealias PieceReader = (inout OutputRawSpan) throws -> Void

/// The pieces of an input whose beginning was looked at already.
final class PeekedPieces {
  /// The first bytes, all of them where there are fewer than were asked for.
  let beginning: [UInt8]
  private let source: PieceReader
  private var given = 0

  init(_ source: @escaping PieceReader, count: Int = 4096) throws {
    self.source = source
    beginning = try Self.read(count, from: source)
  }

  /// Appends the next bytes; none at the end.
  func read(into output: inout OutputRawSpan) throws {
    guard given < beginning.count else { return try source(&output) }
    while given < beginning.count, output.freeCapacity > 0 {
      output.append(beginning[given], as: UInt8.self)
      given += 1
    }
  }

  /// The next so many bytes, fewer at the end.
  static func read(_ count: Int, from source: PieceReader) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { room.deallocate() }
    while bytes.count < count {
      let free = UnsafeMutableRawBufferPointer(rebasing: room[..<(count - bytes.count)])
      var output = OutputRawSpan(buffer: free, initializedCount: 0)
      try source(&output)
      let more = output.finalize(for: free)
      if more == 0 { break }
      bytes += room[..<more]
    }
    return bytes
  }

  /// All bytes that are left, unless there are more than `most`: then nil.
  static func readAll(from source: PieceReader, most: Int) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let piece = try read(1 << 18, from: source)
      if piece.isEmpty { return bytes }
      guard bytes.count + piece.count <= most else { return nil }
      bytes += piece
    }
  }
}
