/// A file of tab-separated values: names of columns in the first line, then one row a line.
///
/// There are no quotes and no escapes: a field is what stands between two tabs (IANA
/// `text/tab-separated-values`). Blank lines are skipped and CRLF is as good as LF. All problems
/// are gathered; a row with a problem is left out.
public struct TSVTable: Sendable {
  /// The names of the columns, in their order.
  public let header: [TSVField]
  /// The rows that could be read.
  public let rows: [TSVRow]
  /// What is wrong, in the order of the file.
  public let problems: [SourceProblem]

  /// Reads a whole file.
  public init(_ source: SourceText) {
    var header: [TSVField]?
    var columns: [String: Int] = [:]
    var rows: [TSVRow] = []
    var problems: [SourceProblem] = []
    for index in source.lineStarts.indices {
      let range = source.lineRange(index)
      if range.isEmpty { continue }
      if let problem = Self.badByte(in: range, of: source) {
        problems.append(problem)
        if header == nil { break }
        continue
      }
      let fields = Self.fields(in: range, of: source)
      guard let names = header else {
        header = fields
        problems += Self.headerProblems(fields)
        for (column, field) in fields.enumerated() { columns[field.text] = column }
        if !problems.isEmpty { break }
        continue
      }
      let position = source.position(at: range.lowerBound)
      guard fields.count == names.count else {
        problems.append(
          SourceProblem(
            position: position,
            message: "this row has \(fields.count) fields and the header \(names.count)"))
        continue
      }
      rows.append(TSVRow(fields: fields, position: position, columns: columns))
    }
    if header == nil, problems.isEmpty {
      problems.append(
        SourceProblem(
          position: source.position(at: source.contentStart), message: "the file has no header line"
        ))
    }
    self.header = header ?? []
    self.rows = rows
    self.problems = problems
  }

  private static func headerProblems(_ fields: [TSVField]) -> [SourceProblem] {
    var seen: Set<String> = []
    return fields.compactMap { field in
      if field.text.isEmpty { return field.problem("a column has no name") }
      guard !seen.insert(field.text).inserted else { return nil }
      return field.problem("the column “\(field.text)” stands twice in the header")
    }
  }

  private static func fields(in range: Range<Int>, of source: SourceText) -> [TSVField] {
    var fields: [TSVField] = []
    for slice in source.bytes[range].split(
      separator: ASCII.tab, omittingEmptySubsequences: false)
    {
      fields.append(
        TSVField(
          text: String(decoding: slice, as: UTF8.self),
          position: source.position(at: slice.startIndex)))
    }
    return fields
  }

  /// The first byte of a line that is no text: invalid UTF-8 or a control character.
  private static func badByte(in range: Range<Int>, of source: SourceText) -> SourceProblem? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = source.bytes[offset]
      let length = UTF8Sequence.length(in: source.bytes, at: offset, before: range.upperBound)
      guard let length, byte >= ASCII.space || byte == ASCII.tab else {
        let what = length == nil ? "is not UTF-8" : "is a control character"
        return SourceProblem(
          position: source.position(at: offset),
          message: "byte 0x\(String(byte, radix: 16, uppercase: true)) \(what)")
      }
      offset += length
    }
    return nil
  }
}
