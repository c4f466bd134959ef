internal import CExpat
internal import Tabular

extension XMLReader {
  /// Where the parser is.
  var position: SourcePosition {
    let line = Int(XML_GetCurrentLineNumber(parser))
    let column = Int(XML_GetCurrentColumnNumber(parser))
    return SourcePosition(
      file: name, line: skippedLines + line,
      column: column + 1 + (line == 1 ? skippedColumns : 0))
  }

  func problemHere(_ message: String, hint: String? = nil) -> SourceProblem {
    SourceProblem(position: position, message: message, hint: hint)
  }

  /// Ends the parsing with a problem at the place where the parser is.
  func stop(_ message: String, hint: String? = nil) {
    problem = problem ?? problemHere(message, hint: hint)
    XML_StopParser(parser, 0)
  }

  /// What Expat has against the text.
  func parserProblem() -> SourceProblem {
    let code = XML_GetErrorCode(parser)
    let inner = open.last.map { "“\($0)”" }
    switch code {
    case XML_ERROR_NO_ELEMENTS:
      guard let inner else { return problemHere("there is no element", hint: "is this XML?") }
      return problemHere("the text ends before \(inner) does", hint: "the file is incomplete")
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
      return problemHere("the text ends within a tag", hint: "the file is incomplete")
    case XML_ERROR_TAG_MISMATCH:
      return problemHere("expected the end of \(inner ?? "nothing"), found that of another element")
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return problemHere("something stands after the end of the outermost element")
    case XML_ERROR_UNDEFINED_ENTITY:
      return problemHere(
        "an entity that XML does not define", hint: "write the character itself, or &#number;")
    case XML_ERROR_INVALID_TOKEN, XML_ERROR_SYNTAX:
      return problemHere(
        "a character that may not stand here", hint: "& is written &amp; and < is written &lt;")
    case XML_ERROR_UNKNOWN_ENCODING:
      return problemHere(
        "the text declares an encoding that is not read here", hint: "save the file as UTF-8")
    default:
      let words = XML_ErrorString(code).map { String(cString: $0) } ?? "an error without a name"
      return problemHere("this is not well-formed XML: \(words)")
    }
  }
}
