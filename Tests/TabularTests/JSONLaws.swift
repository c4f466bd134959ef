import Tabular

/// What holds of the reader of JSON for every input: what is read says the same when it is written
/// and read again, and what is refused is refused at a place within the input.
enum JSONLaws {
  /// The laws that an input breaks.
  static func broken(by bytes: [UInt8]) -> [String] {
    let source = SourceText(bytes: bytes, name: "f")
    do throws(SourceProblem) {
      let document = try JSONDocument(source)
      return rewritten(document.root)
    } catch {
      return misplaced(error, in: bytes)
    }
  }

  /// Written in either style, a value is read as the same.
  private static func rewritten(_ value: JSONValue) -> [String] {
    let compact = value.text(style: .compact)
    do throws(SourceProblem) {
      let again = try JSONDocument(compact).root.text(style: .compact)
      let pretty = try JSONDocument(value.text(style: .pretty)).root.text(style: .compact)
      return again == compact && pretty == compact ? [] : ["what is written is read as the same"]
    } catch {
      return ["what is written can be read: \(error)"]
    }
  }

  private static func misplaced(_ problem: SourceProblem, in bytes: [UInt8]) -> [String] {
    let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
    let place = problem.position
    let isWithin =
      (1...lines).contains(place.line) && (1...(bytes.count + 1)).contains(place.column)
    return isWithin ? [] : ["a problem is within the input: \(problem)"]
  }
}
