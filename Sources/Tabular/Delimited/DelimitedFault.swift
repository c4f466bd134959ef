/// Something wrong with a record, by the offset of its place.
struct DelimitedFault {
  /// What is wrong.
  enum Kind {
    case nul
    case notUTF8(UInt8)
    case textAfterQuote(openLine: Int)
    case blankBeforeQuote
    case openQuote
    case longField(Int)
    case longRecord(Int)
    case manyFields(Int)
    case wrongCount(Int, expected: Int)
  }

  let kind: Kind
  /// The place that is told, in the record.
  let offset: Int
  /// Where it shows, which is later where something is too long.
  let trigger: Int

  init(_ kind: Kind, offset: Int, trigger: Int? = nil) {
    self.kind = kind
    self.offset = offset
    self.trigger = trigger ?? offset
  }

  /// Whether the record cannot be told any further, so that nothing behind is judged.
  var isFinal: Bool {
    switch kind {
    case .openQuote, .longField, .longRecord, .manyFields: true
    default: false
    }
  }

  /// Whether it may have moved the bounds of fields.
  var isAboutQuotes: Bool {
    switch kind {
    case .textAfterQuote, .blankBeforeQuote: true
    default: false
    }
  }

  /// The fault in words.
  ///
  /// - Parameter lastLine: The line on which the record ends.
  func problem(at position: SourcePosition, lastLine: Int) -> SourceProblem {
    let (message, hint) = words(at: position.line, lastLine: lastLine)
    return SourceProblem(position: position, message: message, hint: hint)
  }

  private func words(at line: Int, lastLine: Int) -> (message: String, hint: String) {
    let end = line == lastLine ? "" : "; it ends on line \(lastLine)"
    switch kind {
    case .nul:
      return ("byte 0x0 is a control character", "remove it, or save the file as UTF-8")
    case .notUTF8(let byte):
      let digits = String(byte, radix: 16, uppercase: true)
      return ("byte 0x\(digits) is not UTF-8", "save the file as UTF-8")
    case .textAfterQuote(let openLine):
      let from = openLine == line ? "" : " that began on line \(openLine)"
      return (
        "text follows the closing quote of a field\(from)",
        "a quote within quotes is written twice"
      )
    case .blankBeforeQuote:
      return ("a blank stands before the opening quote of a field", "remove the blank")
    case .openQuote:
      let rest = line == lastLine ? "" : ", so that lines \(line) to \(lastLine) cannot be read"
      return ("this quote is never closed\(rest)", "put a quote behind the end of the field")
    case .longField(let most):
      return (
        "this field is longer than \(most) bytes\(end)", "look for a missing quote or delimiter"
      )
    case .longRecord(let most):
      return ("this row is longer than \(most) bytes\(end)", "look for a missing quote or line end")
    case .manyFields(let most):
      return ("this row has more than \(most) fields\(end)", "look for a missing line end")
    case .wrongCount(let count, let expected):
      let fields = count == 1 ? "1 field" : "\(count) fields"
      return (
        "this row has \(fields) and the header \(expected)",
        count > expected
          ? "put a field that holds a delimiter in quotes"
          : "write the delimiters of empty fields too"
      )
    }
  }
}
