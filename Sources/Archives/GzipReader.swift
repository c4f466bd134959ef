/// Reads what a gzip file (RFC 1952) holds, piece by piece.
///
/// Members that follow one another are one text, as `cat a.gz b.gz` makes them; zeros behind the
/// last one are padding. A file that ends too early, a check sum that does not fit and anything
/// else behind the data are thrown as an `ArchiveProblem`, a bomb as soon as it grows too large.
///
/// ```swift
/// let gzip = GzipReader(name: name) { output in try read(into: &output) }
/// let reader = DelimitedReader(name: name) { output in try gzip.read(into: &output) }
/// ```
public final class GzipReader {
  /// The name that problems print.
  public let name: String
  /// How much may become of the data.
  public let limits: InflationLimits
  /// The number of bytes that were taken from the source, for a progress bar.
  public private(set) var bytesRead = 0
  /// The number of bytes that were made of them.
  public private(set) var bytesWritten = 0

  /// Where the reader is in the file.
  private enum Stage {
    case between, member, ended
  }

  private let source: (inout OutputRawSpan) throws -> Void
  private let inflater = Inflater(.gzip)
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  /// The part of the input that is not yet inflated.
  private var rest = 0..<0
  private var stage = Stage.between
  private var members = 0

  /// A reader of what `source` gives.
  ///
  /// - Parameter source: Appends the next bytes to a span, none at the end of the input.
  public init(
    name: String = "", limits: InflationLimits = InflationLimits(),
    source: @escaping (inout OutputRawSpan) throws -> Void
  ) {
    self.name = name
    self.limits = limits
    self.source = source
  }

  deinit { input.deallocate() }

  /// Appends the next bytes, at least one while there are any; none at the end.
  ///
  /// - Throws: `ArchiveProblem`, or what the source throws.
  public func read(into output: inout OutputRawSpan) throws {
    try output.withUnsafeMutableBytes { buffer, count in
      let start = count
      while count == start, count < buffer.count, stage != .ended {
        if stage == .between, try !beginMember() { return }
        if stage == .member {
          let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
          count += try inflate(into: room)
        }
      }
    }
  }

  /// Goes to the next member; `false` when there is none.
  private func beginMember() throws -> Bool {
    // Two bytes tell a member from anything else.
    while rest.count < 2, try refill() {}
    if members > 0 {
      while let first = input[rest].first, first == 0 {
        rest = (rest.lowerBound + 1)..<rest.upperBound
        while rest.count < 2, try refill() {}
      }
    }
    guard !rest.isEmpty else {
      stage = .ended
      guard members == 0 else { return false }
      throw problem("the file is empty", hint: "expected gzip")
    }
    guard input[rest].starts(with: [0x1F, 0x8B]) else {
      stage = .ended
      let what = members == 0 ? "this is not gzip" : "something that is not gzip follows the data"
      throw problem(what, hint: members == 0 ? "it does not begin with 1F 8B" : nil)
    }
    if members > 0 { inflater.reset() }
    members += 1
    stage = .member
    return true
  }

  private func inflate(into room: UnsafeMutableRawBufferPointer) throws -> Int {
    if rest.isEmpty, try !refill() {
      stage = .ended
      throw problem("the file ends too early", hint: "it is incomplete: get it again")
    }
    let (read, written, step) = inflater.inflate(
      UnsafeRawBufferPointer(rebasing: input[rest]), into: room)
    rest = (rest.lowerBound + read)..<rest.upperBound
    bytesWritten += written
    switch step {
    case .goesOn: break
    case .ended: stage = .between
    case .damaged(let words):
      stage = .ended
      throw problem("the data is damaged: \(words)", hint: "get the file again")
    }
    let taken = bytesRead - rest.count
    if bytesWritten > limits.bytes || limits.isBomb(bytesWritten, from: taken) {
      stage = .ended
      let message = "\(taken) bytes become more than \(bytesWritten), which no table does"
      throw problem(
        bytesWritten > limits.bytes ? "it becomes more than \(limits.bytes) bytes" : message,
        hint: "unpack it yourself if you trust it")
    }
    return written
  }

  /// Reads on behind what is left; `false` at the end of the input.
  private func refill() throws -> Bool {
    if rest.lowerBound > 0 {
      input.copyBytes(from: Array(input[rest]))
      rest = 0..<rest.count
    }
    let room = UnsafeMutableRawBufferPointer(rebasing: input[rest.upperBound...])
    var output = OutputRawSpan(buffer: room, initializedCount: 0)
    try source(&output)
    let count = output.finalize(for: room)
    bytesRead += count
    rest = 0..<(rest.count + count)
    return count > 0
  }

  private func problem(_ message: String, hint: String? = nil) -> ArchiveProblem {
    ArchiveProblem(file: name, at: bytesRead - rest.count, message, hint: hint)
  }
}
