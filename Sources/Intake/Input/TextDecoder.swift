import Tabular

/// Gives an input as UTF-8. A text that begins with plain letters is told by the first piece that
/// holds others; UTF-8 is handed on untouched.
final class TextDecoder {
  private enum Stage {
    /// No byte has shown yet in which encoding the text is.
    case open
    case plain
    case converting
  }

  private let name: String
  private let pieces: PeekedPieces
  private var stage: Stage
  private var converter: UTF8Converter?
  /// Bytes that were read to tell the encoding.
  private var told: [UInt8] = []
  private var toldNext = 0
  /// What was assumed of the encoding, and why.
  private(set) var assumption: String?

  init(_ input: UnpackedInput, _ options: InputOptions) {
    name = input.name
    pieces = input.pieces
    let verdict = TextEncoding.tell(pieces.beginning, isWhole: pieces.beginning.count < 4096)
    stage = .open
    if verdict.basis == .byteOrderMark || options.encoding == nil {
      // A mark goes before what is said: rejects of a file in another encoding are in UTF-8.
      if verdict.encoding == .utf8 {
        stage = verdict.basis == .assumed ? .open : .plain
      } else {
        convert(verdict.encoding)
        assumption = verdict.assumption
      }
    } else if let encoding = options.encoding {
      if encoding == .utf8 { stage = .plain } else { convert(encoding) }
    }
  }

  /// Whether the text is not in UTF-8.
  var isConverted: Bool { converter != nil }

  /// Appends the next bytes; none at the end.
  ///
  /// - Throws: `InputRefused` at the end of a text with bytes that are no character.
  func read(into output: inout OutputRawSpan) throws {
    switch stage {
    case .plain: try readPlain(into: &output)
    case .open: try readOpen(into: &output)
    case .converting:
      let before = output.byteCount
      try converter?.read(into: &output)
      if output.byteCount == before { try refuseInvalid() }
    }
  }

  private func convert(_ encoding: TextEncoding) {
    converter = UTF8Converter(encoding) { [unowned self] output in
      try readPlain(into: &output)
    }
    stage = .converting
  }

  private func readPlain(into output: inout OutputRawSpan) throws {
    guard toldNext < told.count else { return try pieces.read(into: &output) }
    while toldNext < told.count, output.freeCapacity > 0 {
      output.append(told[toldNext], as: UInt8.self)
      toldNext += 1
    }
  }

  /// Hands pieces on until one holds something that is not ASCII.
  private func readOpen(into output: inout OutputRawSpan) throws {
    let start = output.byteCount
    try pieces.read(into: &output)
    let count = output.byteCount
    guard count > start else { return }
    var first: Int?
    output.withUnsafeMutableBytes { buffer, initialized in
      let piece = UnsafeRawBufferPointer(rebasing: buffer[start..<initialized])
      guard let found = piece.firstIndex(where: { $0 >= 0x80 }) else { return }
      first = found
      told = Array(piece[found...])
      initialized = start + found
    }
    guard let first else { return }
    let verdict = TextEncoding.tell(told, isWhole: false)
    if verdict.encoding == .utf8 || verdict.encoding != .latin1OrWindows1252 {
      stage = .plain
    } else {
      assumption = verdict.assumption
      convert(verdict.encoding)
    }
    // No bytes mean the end, so there must be some.
    if first == 0 { try read(into: &output) }
  }

  private func refuseInvalid() throws {
    guard let converter, converter.invalidCount > 0 else { return }
    var lines = converter.invalid.map { found in
      let problem = found.problem(in: converter.encoding, file: name)
      return "\(problem.position): \(problem.message)"
    }
    let more = converter.invalidCount - converter.invalid.count
    if more > 0 { lines.append("… and \(more) more") }
    lines.append(
      "nothing of \(name) was imported: say --encoding latin-1, windows-1252 or whichever it is, "
        + "or save it as UTF-8")
    throw InputRefused(lines)
  }
}
