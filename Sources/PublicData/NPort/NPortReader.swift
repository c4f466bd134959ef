internal import Markup
internal import Tabular

/// Reads a report on Form N-PORT holding by holding, in bounded memory.
///
/// ```swift
/// let reader = NPortReader(name: name) { output in try read(into: &output) }
/// let fund = try reader.readFund()
/// while let holding = try reader.next() { … }
/// for problem in reader.problems.first { … }
/// ```
public final class NPortReader {
  /// Values that could not be read; their fields are `nil`.
  public private(set) var problems = ProblemLog()

  private let reader: XMLReader
  private var fund = NPortFund()
  /// The first holding, which ends what is said of the fund.
  private var held: XMLElement?
  private var isFundRead = false

  private static let holding = ["edgarSubmission", "formData", "invstOrSecs", "invstOrSec"]
  private static let paths = [
    ["edgarSubmission", "headerData", "submissionType"],
    ["edgarSubmission", "formData", "genInfo"], ["edgarSubmission", "formData", "fundInfo"],
    holding,
  ]

  /// A reader of what `source` gives.
  ///
  /// - Parameter source: Appends the next bytes to a span, none at the end of the input.
  public init(name: String = "", source: @escaping (inout OutputRawSpan) throws -> Void) {
    reader = XMLReader(name: name, source: source)
  }

  /// What is said of the fund, which stands before its holdings.
  ///
  /// - Throws: `SourceProblem` when it is no Form N-PORT, or what the source throws.
  public func readFund() throws -> NPortFund {
    guard !isFundRead else { return fund }
    isFundRead = true
    while let element = try reader.nextElement(atAnyOf: Self.paths) {
      if element.name == "invstOrSec" {
        held = element
        break
      }
      var fields = ElementFields(element)
      fund.read(&fields)
      for problem in fields.problems { problems.add(problem) }
    }
    guard fund.position != nil else {
      throw SourceProblem(
        position: SourcePosition(file: reader.name, line: 1, column: 1),
        message: "there is no edgarSubmission/formData/genInfo, so this is no Form N-PORT")
    }
    return fund
  }

  /// The next holding; `nil` at the end.
  ///
  /// - Throws: `SourceProblem` when the XML is damaged, or what the source throws.
  public func next() throws -> NPortHolding? {
    _ = try readFund()
    defer { held = nil }
    guard let element = try held ?? reader.nextElement(at: Self.holding) else { return nil }
    var found: [SourceProblem] = []
    let holding = NPortHolding(element, problems: &found)
    for problem in found { problems.add(problem) }
    return holding
  }
}
