extension JSONParser {
  /// A problem at a byte, by default the one the parser stands at.
  func problem(_ message: String, at place: Int? = nil, hint: String? = nil) -> SourceProblem {
    SourceProblem(position: source.position(at: place ?? offset), message: message, hint: hint)
  }

  /// What the parser stands at, in words.
  func found() -> String {
    guard offset < end else { return endName }
    switch bytes[offset] {
    case 0: return "a NUL byte"
    case ASCII.tab: return "a tab"
    case 0x01..<0x20, 0x7F: return "the control character \(hexadecimal(bytes[offset]))"
    case 0x80...:
      guard let length = UTF8Sequence.length(in: bytes, at: offset, before: end) else {
        return "byte \(hexadecimal(bytes[offset])), which is not UTF-8"
      }
      return "‘\(String(decoding: bytes[offset..<(offset + length)], as: UTF8.self))’"
    default: return "‘\(word())’"
    }
  }

  /// What ends the range: the file, or one line of it.
  var endName: String {
    end == bytes.count ? "the end of the file" : "the end of the line"
  }

  /// What to write instead of the usual things that are not JSON.
  func valueHint() -> String? {
    switch word() {
    case "'": "strings are written in double quotes"
    case "/", "#": "JSON has no comments"
    case "NaN", "Infinity", "None", "nil", "undefined", "NULL", "Null":
      "what is not known is null"
    case "True", "TRUE", "Yes", "yes", "False", "FALSE", "No", "no":
      "write true or false without quotes"
    case "+", ".": "a number begins with a digit or ‘-’"
    default: nil
    }
  }

  /// The letters that begin at the offset, at most 16, or the one character there.
  private func word() -> String {
    let letters = bytes[offset..<min(end, offset + 16)].prefix { byte in
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    let text = letters.isEmpty ? bytes[offset..<(offset + 1)] : letters
    return String(decoding: text, as: UTF8.self)
  }

  /// A byte as `0x1F`.
  func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }
}
