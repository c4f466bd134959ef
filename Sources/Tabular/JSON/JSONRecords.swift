/// The objects of a file, whichever way they stand in it: one object, an array of objects, or
/// NDJSON.
///
/// Each element is an object or the problem that kept it from being one. In NDJSON every line has
/// its own problem; in the other forms the first mistake ends the reading.
public struct JSONRecords: Sequence, Sendable {
  /// How the objects stand in the file.
  public let form: JSONForm

  private let source: SourceText
  private let whole: [Result<JSONValue, SourceProblem>]

  /// Looks at the content of a file and tells its form.
  public init(_ source: SourceText) {
    self.source = source
    var parser = JSONParser(source, range: source.contentStart..<source.bytes.count)
    parser.skipSpace()
    guard parser.offset < parser.end else {
      (form, whole) = (.empty, [])
      return
    }
    let isArray = source.bytes[parser.offset] == ASCII.openBracket
    if !isArray, Self.isLines(source) {
      (form, whole) = (.lines, [])
      return
    }
    do throws(SourceProblem) {
      let root = try parser.parse()
      whole = (isArray ? root.elements ?? [] : [root]).map(Self.object)
      form = isArray ? .array : .object
    } catch {
      form = isArray ? .array : .object
      whole = [.failure(error)]
    }
  }

  /// Goes through the objects in the order of the file.
  public func makeIterator() -> AnyIterator<Result<JSONValue, SourceProblem>> {
    guard form == .lines else { return AnyIterator(whole.makeIterator()) }
    var lines = JSONLines(source).makeIterator()
    return AnyIterator { lines.next().map { $0.flatMap(Self.object) } }
  }

  /// An object, or the problem that the value is none.
  private static func object(_ value: JSONValue) -> Result<JSONValue, SourceProblem> {
    guard value.kind != .object else { return .success(value) }
    return .failure(value.problem("expected an object, found \(value.kind)"))
  }

  /// Whether a file that does not begin with a bracket holds one object a line.
  ///
  /// It does when it has several lines that are not blank and the first is a whole object. With a
  /// mistake in the first line it still does when the file is no single object, every line begins
  /// with a brace, and another line is a whole object.
  private static func isLines(_ source: SourceText) -> Bool {
    var count = 0
    var isFirstWhole = false
    var isAnyWhole = false
    for index in source.lineStarts.indices {
      let range = source.lineRange(index)
      var parser = JSONParser(source, range: range)
      parser.skipSpace()
      if parser.offset == range.upperBound { continue }
      count += 1
      if isFirstWhole { return true }
      guard source.bytes[parser.offset] == ASCII.openBrace else { return false }
      let isWhole = (try? parser.parse()) != nil
      if count == 1 { isFirstWhole = isWhole }
      isAnyWhole = isAnyWhole || isWhole
    }
    guard count > 1, isAnyWhole else { return false }
    var parser = JSONParser(source, range: source.contentStart..<source.bytes.count)
    return (try? parser.parse()) == nil
  }
}
