/// Bytes that are no character in the encoding of their text.
public struct InvalidSequence: Hashable, Sendable {
  /// Where the first of them stands in the input, from 0.
  public let byteOffset: Int
  /// Its line, from 1.
  public let line: Int
  /// Its column in characters, from 1.
  public let column: Int
  /// The bytes, at most four.
  public let bytes: [UInt8]
}

/// Makes UTF-8 of a text in another encoding, piece by piece.
///
/// A byte order mark is left out. What is no character becomes U+FFFD and is listed, so that all of
/// it can be told at once; who must not lose a character refuses the text when `invalidCount` is
/// not 0.
///
/// ```swift
/// var converter = UTF8Converter(.windows1252) { output in try read(into: &output) }
/// let reader = DelimitedReader(name: name) { output in try converter.read(into: &output) }
/// ```
public struct UTF8Converter {
  /// The encoding of the input.
  public let encoding: TextEncoding
  /// The first twenty sequences that are no character.
  public private(set) var invalid: [InvalidSequence] = []
  /// How many there are so far.
  public private(set) var invalidCount = 0

  let source: (inout OutputRawSpan) throws -> Void
  /// What was read and not yet converted: `input[next...]`.
  private var input: [UInt8] = []
  private var next = 0
  private var isSourceAtEnd = false
  /// What was converted and found no room.
  private var pending: [UInt8] = []
  private var pendingNext = 0
  private var offset = 0
  private var line = 1
  private var column = 1
  private var isAtStart = true

  /// The bytes that are read at once.
  private static let chunk = 64 << 10
  private static let mostListed = 20

  /// A converter of what `source` gives.
  ///
  /// - Parameter source: Appends the next bytes to a span, none at the end of the input.
  public init(
    _ encoding: TextEncoding, source: @escaping (inout OutputRawSpan) throws -> Void
  ) {
    self.encoding = encoding
    self.source = source
  }

  /// Appends the next bytes of UTF-8, as many as there is room for; none at the end of the text.
  ///
  /// - Throws: What the source throws.
  public mutating func read(into output: inout OutputRawSpan) throws {
    while true {
      while pendingNext < pending.count, output.freeCapacity > 0 {
        output.append(pending[pendingNext], as: UInt8.self)
        pendingNext += 1
      }
      if pendingNext < pending.count || output.freeCapacity == 0 { return }
      if output.byteCount > 0 { return }
      if isSourceAtEnd, next == input.count { return }
      pending.removeAll(keepingCapacity: true)
      pendingNext = 0
      try readMore()
      convert()
    }
  }

  private mutating func readMore() throws {
    guard !isSourceAtEnd else { return }
    let rest = Array(input[next...])
    next = 0
    var failure: (any Error)?
    input = [UInt8](unsafeUninitializedCapacity: rest.count + Self.chunk) { buffer, count in
      let room = UnsafeMutableRawBufferPointer(buffer)
      room.copyBytes(from: rest)
      let free = UnsafeMutableRawBufferPointer(rebasing: room[rest.count...])
      var output = OutputRawSpan(buffer: free, initializedCount: 0)
      do { try source(&output) } catch { failure = error }
      count = rest.count + output.finalize(for: free)
    }
    if let failure { throw failure }
    isSourceAtEnd = input.count == rest.count
  }

  /// Converts what is there, but for a character that may go on.
  private mutating func convert() {
    while next < input.count {
      guard isSourceAtEnd || input.count - next >= 4 else { return }
      let (scalar, length) = decode()
      if let scalar {
        if !(isAtStart && scalar == "\u{FEFF}") { emit(scalar) }
      } else {
        note(length)
        emit("\u{FFFD}")
      }
      isAtStart = false
      next += length
      offset += length
    }
  }

  private mutating func emit(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      pending.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      pending.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  private mutating func note(_ length: Int) {
    invalidCount += 1
    guard invalid.count < Self.mostListed else { return }
    let bytes = Array(input[next..<(next + length)])
    invalid.append(InvalidSequence(byteOffset: offset, line: line, column: column, bytes: bytes))
  }

  /// The character at `next`, `nil` where there is none, and its number of bytes.
  private func decode() -> (scalar: Unicode.Scalar?, length: Int) {
    switch encoding {
    case .utf8: decodeUTF8()
    case .utf16LittleEndian: decodeUTF16(high: 1)
    case .utf16BigEndian: decodeUTF16(high: 0)
    default: (encoding.scalar(of: input[next]), 1)
    }
  }

  private func decodeUTF8() -> (scalar: Unicode.Scalar?, length: Int) {
    let first = input[next]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    guard let length = UTF8Sequence.length(in: input, at: next, before: input.count) else {
      // As Unicode recommends: the longest beginning of a character is one sequence.
      let most = min(3, input.count - next)
      let beginning = stride(from: most, to: 1, by: -1).first {
        UTF8Sequence.mayGoOn(input[next..<(next + $0)])
      }
      return (nil, beginning ?? 1)
    }
    let mask: UInt32 = length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07
    var value = UInt32(first) & mask
    for byte in input[(next + 1)..<(next + length)] { value = value << 6 | UInt32(byte) & 0x3F }
    return (Unicode.Scalar(value), length)
  }

  private func decodeUTF16(high: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    guard let first = unit(at: next, high: high) else { return (nil, input.count - next) }
    if let scalar = Unicode.Scalar(first) { return (scalar, 2) }
    guard UTF16.isLeadSurrogate(first), let second = unit(at: next + 2, high: high),
      UTF16.isTrailSurrogate(second)
    else { return (nil, 2) }
    let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    return (Unicode.Scalar(value), 4)
  }

  private func unit(at offset: Int, high: Int) -> UInt16? {
    guard offset + 1 < input.count else { return nil }
    return UInt16(input[offset + high]) << 8 | UInt16(input[offset + 1 - high])
  }
}
