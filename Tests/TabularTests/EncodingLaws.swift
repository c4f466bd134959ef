import Tabular

/// What holds of the conversion to UTF-8 for every input.
enum EncodingLaws {
  /// The laws that an input breaks in any encoding.
  static func broken(by bytes: [UInt8], chunk: Int) -> [String] {
    TextEncoding.allCases.flatMap { broken(by: bytes, in: $0, chunk: chunk) }
  }

  private static func broken(
    by bytes: [UInt8], in encoding: TextEncoding, chunk: Int
  ) -> [String] {
    let whole = convert(bytes, encoding, chunk: .max)
    var broken: [String] = []
    func expect(_ isKept: Bool, _ law: String) {
      if !isKept { broken.append("\(encoding): \(law)") }
    }
    expect(whole == convert(bytes, encoding, chunk: chunk), "pieces of \(chunk) read the same")
    expect(String(validating: whole.text, as: UTF8.self) != nil, "what is made is UTF-8")
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isMarked = encoding == .utf8 && bytes.starts(with: mark)
    switch encoding {
    case .utf8:
      let content = isMarked ? Array(bytes.dropFirst(3)) : bytes
      let text = Array(String(decoding: content, as: UTF8.self).utf8)
      expect(whole.text == text, "it is what the standard library makes of it")
      expect((whole.invalid == 0) == (text == content), "what is no character is counted")
    case .utf16LittleEndian, .utf16BigEndian:
      expect(whole.text.count <= 3 * (bytes.count / 2 + 1), "a unit is at most three bytes")
    default:
      let count = String(decoding: whole.text, as: UTF8.self).unicodeScalars.count
      expect(count == bytes.count, "every byte is a character")
    }
    return broken
  }

  private struct Outcome: Equatable {
    var text: [UInt8] = []
    var invalid = 0
    var listed: [InvalidSequence] = []
  }

  private static func convert(_ bytes: [UInt8], _ encoding: TextEncoding, chunk: Int) -> Outcome {
    var next = 0
    var converter = UTF8Converter(encoding) { output in
      let count = min(chunk, output.freeCapacity, bytes.count - next)
      for byte in bytes[next..<(next + count)] { output.append(byte, as: UInt8.self) }
      next += count
    }
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, min(chunk, 4096)), alignment: 1)
    defer { memory.deallocate() }
    var outcome = Outcome()
    while true {
      var output = OutputRawSpan(buffer: memory, initializedCount: 0)
      do { try converter.read(into: &output) } catch { return outcome }
      let count = output.finalize(for: memory)
      if count == 0 { break }
      outcome.text += memory.prefix(count)
    }
    outcome.invalid = converter.invalidCount
    outcome.listed = converter.invalid
    return outcome
  }
}
