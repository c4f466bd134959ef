public import Tabular

/// A document that was refused while others were taken.
public struct RejectedDocument: Sendable {
  /// The member under which a file of rejects tells the reasons; imports pass over it.
  public static let reasons = "problem"

  /// The document as it stands in the input; for a line that is no JSON that line.
  public let text: String
  /// What is wrong with it, in the order of the input.
  public let problems: [SourceProblem]
  /// Where the reasons a file of rejects had given stand in it, so that they give way to new ones.
  let document: JSONValue?

  init(_ document: JSONValue, problems: [SourceProblem]) {
    self.document = document
    self.problems = problems
    text = document.sourceText
  }

  init(line: String, problem: SourceProblem) {
    document = nil
    problems = [problem]
    text = line
  }

  /// The name of the input it stands in.
  public var file: String { document?.position.file ?? problems.first?.position.file ?? "" }

  /// The document on one line, its reasons first; what is no JSON stands under `text`.
  public var line: String {
    var writer = JSONWriter(style: .line)
    writer.beginObject()
    writer.name(Self.reasons)
    writer.beginArray()
    for problem in problems { writer.string(problem.description) }
    writer.endArray()
    guard let document else {
      writer.name("text")
      writer.string(text)
      writer.endObject()
      return writer.text
    }
    if document[Self.reasons] != nil {
      for member in document.members ?? [] where member.name != Self.reasons {
        writer.name(member.name)
        writer.value(member.value)
      }
      writer.endObject()
      return writer.text
    }
    // As it was written, but on one line: a line break in JSON is never part of a text.
    let inside = text.dropFirst().split(whereSeparator: \.isNewline).joined(separator: " ")
    let isEmpty = document.count == 0
    return writer.text + (isEmpty ? "" : ", ") + inside.drop { $0 == " " }
  }
}
