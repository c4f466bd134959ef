extension DelimitedReader {
  /// Looks at the beginning of the input for its encoding and its dialect; what is wrong with them,
  /// or `nil`.
  mutating func begin() throws -> SourceProblem? {
    let place = SourcePosition(file: name, line: 1, column: 1)
    if try begins(with: [0xFF, 0xFE]) || begins(with: [0xFE, 0xFF]) {
      return SourceProblem(
        position: place, message: "the file is UTF-16", hint: "save the file as UTF-8")
    }
    if try begins(with: [0xEF, 0xBB, 0xBF]) { scanner.start += 3 }
    let named = try takeDialectLine()
    let dialects = try (options.dialect ?? named).map { [$0] } ?? tellDialects()
    guard dialects.count == 1 else {
      let marks = dialects.map { "“\(Unicode.Scalar($0.delimiter))”" }.joined(separator: " and ")
      return SourceProblem(
        position: place, message: "the header has as many \(marks), so its delimiter is not known",
        hint: "put names with such a character in quotes")
    }
    dialect = dialects[0]
    record.quote = dialects[0].hasQuotes ? ASCII.quote : 0
    marks = DelimitedMarks(dialects[0])
    scanner.restart(at: scanner.start)
    return nil
  }

  /// Whether there are `count` bytes, when as many as are needed were read.
  private mutating func holds(_ count: Int) throws -> Bool {
    while scanner.end - scanner.start < count {
      guard try readMore() else { return false }
    }
    return true
  }

  private mutating func begins(with bytes: [UInt8]) throws -> Bool {
    guard try holds(bytes.count) else { return false }
    return bytes.indices.allSatisfy { scanner[$0] == bytes[$0] }
  }

  /// Goes over a first line `sep=;`, with which spreadsheets are told the delimiter.
  private mutating func takeDialectLine() throws -> DelimitedDialect? {
    guard try begins(with: Array("sep=".utf8)), try holds(5) else { return nil }
    let delimiter = Unicode.Scalar(scanner[4])
    guard DelimitedDialect.canDelimit(delimiter) else { return nil }
    if try holds(6), scanner[5] != ASCII.lineFeed, scanner[5] != ASCII.carriageReturn {
      return nil
    }
    scanner.start += 5
    return DelimitedDialect(delimiter: delimiter)
  }

  /// What the header line may be written in.
  private mutating func tellDialects() throws -> [DelimitedDialect] {
    var line = DelimitedHeaderLine()
    let most = min(DelimitedHeaderLine.mostBytes, options.limits.recordBytes)
    for offset in 0..<most {
      guard try holds(offset + 1), line.take(scanner[offset]) else { break }
    }
    return line.dialects
  }
}
