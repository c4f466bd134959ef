import Tabular
import Workbooks

/// The first lines of a table of which is not known yet where its header is.
enum TableBeginning {
  /// A line or row that holds something.
  struct Line {
    /// Its number, from 1: the line of a text, the row of a worksheet.
    let number: Int
    /// The texts of its cells without blanks around them.
    let cells: [String]
  }

  /// The lines from a number on, some sixty of them.
  ///
  /// - Throws: `InputRefused`, or what the source throws.
  static func lines(
    of input: UnpackedInput, _ options: InputOptions, from first: Int
  ) throws -> [Line] {
    var style = WorksheetTextOptions()
    style.firstRow = first
    style.isRagged = true
    let table = try input.table(options, worksheet: style)
    let bytes = try PeekedPieces.read(1 << 18, from: table.read)
    let delimiter = table.options.dialect?.delimiter ?? Self.delimiter(of: bytes)
    return records(in: bytes, delimiter, from: table.options.firstLine).compactMap { record in
      let cells = cells(of: record.bytes, delimiter)
      let place = table.origin?.position(line: record.line, field: nil).line ?? record.line
      return cells.isEmpty ? nil : Line(number: place, cells: cells)
    }
  }

  /// The records of a text, cut at line ends that stand in no quotes.
  private static func records(
    in bytes: [UInt8], _ delimiter: UInt8, from firstLine: Int
  ) -> [(line: Int, bytes: ArraySlice<UInt8>)] {
    var records: [(line: Int, bytes: ArraySlice<UInt8>)] = []
    var (start, line, startLine) = (0, firstLine, firstLine)
    var (isQuoted, beginsField) = (false, true)
    for (index, byte) in bytes.enumerated() where records.count < 60 {
      switch byte {
      case 0x22 where isQuoted || beginsField: isQuoted.toggle()
      case 0x0A, 0x0D:
        // The LF of a CRLF ends the line that its CR has ended.
        if byte == 0x0D || index == 0 || bytes[index - 1] != 0x0D { line += 1 }
        guard !isQuoted else { break }
        if start < index { records.append((startLine, bytes[start..<index])) }
        (start, startLine) = (index + 1, line)
      default: break
      }
      beginsField = byte == delimiter || byte == 0x0A || byte == 0x0D || byte == 0x22 && !isQuoted
    }
    if start < bytes.count, records.count < 60 { records.append((startLine, bytes[start...])) }
    return records
  }

  private static func cells(of record: ArraySlice<UInt8>, _ delimiter: UInt8) -> [String] {
    let options = DelimitedOptions(
      dialect: DelimitedDialect(delimiter: Unicode.Scalar(delimiter)), acceptsShortRecords: true)
    var reader = DelimitedReader(options: options, bytes: record)
    guard case .record? = try? reader.next() else { return [] }
    return (0..<reader.record.count).map { CellWords.trimmed(reader.record.text($0)) }
  }

  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    let marks: [UInt8] = [0x09, 0x3B, 0x2C, 0x7C]
    let counts = marks.map { mark in bytes.prefix(1 << 14).count { $0 == mark } }
    let most = counts.max() ?? 0
    return marks[counts.firstIndex(of: most) ?? 2]
  }
}
