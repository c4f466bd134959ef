import ArgumentParser
import Reporting

/// How much of an answer is written.
struct AnswerPartOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only these columns, in this order, with commas between them.", valueName: "names"))
  var columns: String?

  @Option(help: ArgumentHelp("The most rows to write.", valueName: "rows"))
  var limit: Int?

  var part: AnswerPart {
    var part = AnswerPart()
    part.columns = (columns ?? "").split(separator: ",").map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    part.mostRows = limit
    return part
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1") }
    if columns != nil, part.columns.isEmpty {
      throw ValidationError("--columns: name at least one, as --columns issuer,amount")
    }
  }
}
