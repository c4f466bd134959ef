internal import Markup

extension WorksheetReader {
  /// What the elements of a cell say.
  private struct Content {
    var value = ""
    var hasValue = false
    var inline = CellText()
    var isFormula = false
  }

  /// Reads a cell whose tag was just told; `nil` when it holds nothing and nothing covers it.
  func readCell(_ tag: XMLTag, at place: CellPlace) throws -> WorksheetCell? {
    let content = try readContent(at: place)
    let covering = mergedCells.range(covering: place)
    let style = tag["s"].flatMap { Int($0) } ?? 0
    let reading = try read(content, type: tag["t"] ?? "n", style: style, at: place)
    if reading.kind == .empty, covering == nil { return nil }
    return WorksheetCell(
      place: place, kind: reading.kind, text: reading.text, number: reading.number,
      isFormula: content.isFormula, coveredBy: covering)
  }

  private func readContent(at place: CellPlace) throws -> Content {
    var content = Content()
    var (isValue, bytes) = (false, 0)
    while let event = try reader.next() {
      switch event {
      case .start(let tag):
        if tag.name == "v" { (isValue, content.hasValue) = (true, true) }
        if tag.name == "f" { content.isFormula = true }
        content.inline.begin(tag.name)
      case .text(let text):
        bytes += text.utf8.count
        guard bytes <= Self.mostTextBytes else {
          throw problem("its text is longer than \(Self.mostTextBytes) bytes", at: place)
        }
        if isValue { content.value += text } else { content.inline.add(text) }
      case .end("c"): return content
      case .end(let name):
        if name == "v" { isValue = false }
        content.inline.end(name)
      }
    }
    return content
  }

  /// What a cell holds by its type (ECMA-376, part 1, 18.18.11) and its style.
  private func read(
    _ content: Content, type: String, style: Int, at place: CellPlace
  ) throws -> (kind: CellKind, text: String, number: String?) {
    var content = content
    if type == "inlineStr" {
      let text = content.inline.take()
      return (text.isEmpty ? .empty : .text, text, nil)
    }
    let value = content.value
    guard content.hasValue, !value.isEmpty else {
      // A formula can come to an empty text, which is stored as such.
      let isComputed = !content.isFormula || type == "str" && content.hasValue
      return (isComputed ? .empty : .uncomputed, "", nil)
    }
    switch type {
    case "s":
      guard let index = Int(value), let text = workbook.strings[index] else {
        throw problem(
          "it names the text \(value), of which there are \(workbook.strings.count)", at: place,
          hint: "the workbook is damaged")
      }
      return (text.isEmpty ? .empty : .text, text, nil)
    case "str": return (.text, CellText.unescaped(value), nil)
    case "b":
      guard value == "0" || value == "1" else { break }
      return (.boolean, value == "1" ? "true" : "false", nil)
    case "e": return (.error, value, nil)
    case "d": return (value.utf8.count > 10 ? .moment : .day, value, nil)
    case "n":
      guard let digits = DecimalDigits.shortest(value.filter { !$0.isWhitespace }) else { break }
      let (kind, text) = number(digits, format: workbook.styles[style])
      return (kind, text, digits.text)
    default: break
    }
    throw problem(
      "“\(value)” is no value of the type “\(type)”", at: place, hint: "the workbook is damaged")
  }

  private func number(
    _ digits: DecimalDigits, format: NumberFormat
  ) -> (kind: CellKind, text: String) {
    switch format {
    case .number: (.number, digits.text)
    case .percent: (.percent, digits.percentText)
    default: workbook.dateSystem.reading(digits, as: format) ?? (.noDay, digits.text)
    }
  }
}
