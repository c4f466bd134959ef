extension JSONLines {
  /// Reads one line a call and says what is wrong with it.
  public struct Iterator: IteratorProtocol {
    private let source: SourceText
    private var line = 0

    init(source: SourceText) {
      self.source = source
    }

    /// The value of the next line that is not blank, or its problem; `nil` at the end.
    public mutating func next() -> Result<JSONValue, SourceProblem>? {
      while line < source.lineStarts.count {
        let range = source.lineRange(line)
        line += 1
        var parser = JSONParser(source, range: range)
        parser.skipSpace()
        if parser.offset == range.upperBound { continue }
        return Result { () throws(SourceProblem) in try parser.parse() }
      }
      return nil
    }
  }
}
