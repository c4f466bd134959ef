import Archives
import Tabular
import Workbooks

/// What holds of the reader of workbooks for every input: it is read or refused with a reason, rows
/// and cells come in their order, and each has what its kind says.
enum WorkbookLaws {
  /// The laws that an archive breaks.
  static func broken(by bytes: [UInt8]) -> [String] {
    var limits = InflationLimits()
    limits.bytes = 1 << 20
    limits.totalBytes = 4 << 20
    var broken: [String] = []
    do {
      let workbook = try Workbook(bytes: bytes, name: "f", limits: limits)
      for worksheet in workbook.worksheets.prefix(3) {
        try broken += Self.broken(by: try workbook.reader(of: worksheet))
        let text = WorksheetText(try workbook.reader(of: worksheet))
        broken += try Self.broken(by: text)
      }
    } catch  where error is WorkbookProblem || error is ArchiveProblem || error is SourceProblem {
      if "\(error)".isEmpty { broken.append("a refusal has a reason") }
    } catch {
      broken.append("nothing else is thrown: \(error)")
    }
    return broken
  }

  private static func broken(by reader: WorksheetReader) throws -> [String] {
    var broken: [String] = []
    var last = 0
    while let row = try reader.next() {
      if row.number <= last || row.cells.isEmpty {
        broken.append("row \(row.number) is out of order")
      }
      last = row.number
      for (cell, next) in zip(row.cells, row.cells.dropFirst()) where next.place <= cell.place {
        broken.append("\(next.place) is out of order")
      }
      for cell in row.cells {
        if cell.place.row != row.number { broken.append("\(cell.place) is in another row") }
        if CellPlace("\(cell.place)") != cell.place { broken.append("\(cell.place) is no place") }
        if cell.kind == .number, cell.text != cell.number { broken.append("\(cell) has two texts") }
        if cell.kind == .empty, !cell.text.isEmpty { broken.append("\(cell) is not empty") }
      }
    }
    return broken
  }

  private static func broken(by text: WorksheetText) throws -> [String] {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)
    defer { memory.deallocate() }
    // A row far down stands behind a line for each before it.
    for _ in 0..<2_000 {
      var output = OutputRawSpan(buffer: memory, initializedCount: 0)
      try text.read(into: &output)
      if output.finalize(for: memory) == 0 { break }
    }
    let place = text.place(line: 1, field: 0)
    return place == CellPlace(column: 1, row: 1) ? [] : ["line 1 is row 1"]
  }
}
