import Tabular

/// The lines of a table that are refused, on their way to where they are kept.
final class SheetRejects {
  /// How many there were.
  private(set) var count = 0
  private let origin: (any TableOrigin)?
  private let give: ((SheetImporter.Rejected) throws -> Void)?
  private let header: OriginalLine
  /// Whether the first column holds the reasons of an earlier import.
  private let hasReasons: Bool
  private let delimiter: UInt8

  init(
    _ origin: (any TableOrigin)?, _ header: DelimitedHeader, record: borrowing DelimitedRecord,
    dialect: DelimitedDialect?, give: ((SheetImporter.Rejected) throws -> Void)?
  ) {
    self.origin = origin
    self.give = give
    hasReasons = header.columns.first.map { SheetColumn.problem.names.contains($0.key) } ?? false
    delimiter = dialect?.delimiter ?? 0x2C
    self.header =
      origin?.original(line: record.line)
      ?? OriginalLine(
        bytes: record.copy(withoutFirst: hasReasons, delimiter), delimiter: delimiter)
  }

  /// What whoever made the text finds wrong with columns that are read.
  func faults(of record: borrowing DelimitedRecord, in layout: SheetLayout) -> [SourceProblem] {
    guard let origin else { return [] }
    return origin.faults(line: record.line).filter { fault in
      layout.isRead(fault.field) || fault.field >= record.count
    }.map(\.problem)
  }

  /// Problems of the made text at their places in the original.
  func placed(_ problems: [SourceProblem]) -> [SourceProblem] {
    guard let origin else { return problems }
    return problems.map { problem in
      SourceProblem(
        position: origin.position(line: problem.position.line, field: nil),
        message: problem.message, hint: problem.hint)
    }
  }

  /// Takes a line, the header before the first one.
  func take(_ record: borrowing DelimitedRecord, _ problems: [SourceProblem]) throws {
    count += 1
    guard let give else { return }
    if count == 1 { try give(SheetImporter.Rejected(line: header, problems: [])) }
    let line =
      origin?.original(line: record.line)
      ?? OriginalLine(
        bytes: record.copy(withoutFirst: hasReasons, delimiter), delimiter: delimiter)
    try give(SheetImporter.Rejected(line: line, problems: problems))
  }
}

extension DelimitedRecord {
  /// A copy of the line as it stands.
  ///
  /// - Parameter withoutFirst: Leave out the first cell, in which an earlier import told its
  ///   reasons.
  func copy(withoutFirst: Bool, _ delimiter: UInt8) -> [UInt8] {
    withBytes { bytes in
      var start = 0
      if withoutFirst {
        var isQuoted = false
        while start < bytes.count, isQuoted || bytes[start] != delimiter {
          if bytes[start] == 0x22 { isQuoted.toggle() }
          start += 1
        }
        start += 1
      }
      return (min(start, bytes.count)..<bytes.count).map { bytes[$0] }
    }
  }
}
