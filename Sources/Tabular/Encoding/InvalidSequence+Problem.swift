extension InvalidSequence {
  /// The sequence as a problem of a file in an encoding, with what to do.
  public func problem(in encoding: TextEncoding, file: String) -> SourceProblem {
    let hexadecimal = bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined(separator: " ")
    let noun = bytes.count == 1 ? "the byte \(hexadecimal)" : "the bytes \(hexadecimal)"
    let verb = bytes.count == 1 ? "is" : "are"
    let place = SourcePosition(file: file, line: line, column: column)
    if encoding == .latin1OrWindows1252, let byte = bytes.first {
      let windows = TextEncoding.windows1252.scalar(of: byte).map { "“\($0)”" } ?? "no character"
      return SourceProblem(
        position: place,
        message: "\(noun) at offset \(byteOffset) is \(windows) in Windows-1252 and a control "
          + "character in Latin-1", hint: "say which of the two it is, or save it as UTF-8")
    }
    return SourceProblem(
      position: place,
      message: "\(noun) at offset \(byteOffset) \(verb) no character in \(encoding)",
      hint: "the file is in another encoding, or damaged: save it as UTF-8")
  }
}
