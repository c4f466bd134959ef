extension DelimitedReader {
  /// Reads the first record as the header, before anything else is read.
  ///
  /// - Throws: What the source throws.
  public mutating func readHeader() throws -> DelimitedHeader {
    precondition(stage == .new, "the header is the first line")
    hasHeader = true
    switch try next() {
    case .record: return DelimitedHeader(record)
    case .rejected(let problems): return DelimitedHeader(problems: problems)
    case .end: return DelimitedHeader(problems: [])
    }
  }
}
