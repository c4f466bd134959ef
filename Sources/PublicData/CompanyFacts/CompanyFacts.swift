public import Tabular

/// All figures of a company's filings: the JSON that the SEC publishes as companyfacts.
///
/// The text is in memory while it is read, and an index of about twice its size; figures are told
/// one by one.
public struct CompanyFacts: Sendable {
  /// The company's CIK, ten digits.
  public let cik: String
  /// The company's name.
  public let entityName: String

  private let facts: JSONValue

  /// The longest text that is read; 256 MiB.
  public static let mostBytes = 256 << 20

  /// Reads the text.
  ///
  /// - Throws: `SourceProblem` when it is no JSON, or none of this kind.
  public init(_ source: SourceText) throws(SourceProblem) {
    guard source.bytes.count <= Self.mostBytes else {
      throw SourceProblem(
        position: SourcePosition(file: source.name, line: 1, column: 1),
        message: "the file is longer than \(Self.mostBytes) bytes",
        hint: "a company's facts are a few megabytes: is it one company?")
    }
    let root = try JSONDocument(source).root
    guard let cik = root["cik"], let digits = cik.number ?? cik.string,
      (1...10).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let facts = root["facts"], facts.kind == .object
    else {
      throw root.problem(
        "there are no members “cik” and “facts”", hint: "expected companyfacts of the SEC")
    }
    self.cik = String(repeating: "0", count: 10 - digits.utf8.count) + digits
    entityName = root["entityName"]?.string ?? ""
    self.facts = facts
  }

  /// Tells each figure, in the order of the file.
  ///
  /// - Returns: what could not be read; those figures are not told.
  /// - Throws: What `body` throws.
  public func eachFact(_ body: (CompanyFact) throws -> Void) rethrows -> ProblemLog {
    var problems = ProblemLog()
    for taxonomy in facts.members ?? [] {
      for concept in taxonomy.value.members ?? [] {
        for unit in concept.value["units"]?.members ?? [] {
          for value in unit.value.elements ?? [] {
            var fields = FactFields(value)
            let fact = fields.fact(
              taxonomy: taxonomy.name, concept: concept.name, unit: unit.name)
            for problem in fields.problems { problems.add(problem) }
            if let fact { try body(fact) }
          }
        }
      }
    }
    return problems
  }
}
