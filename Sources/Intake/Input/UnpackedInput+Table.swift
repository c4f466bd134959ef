internal import PublicData
import Tabular
internal import Workbooks

extension UnpackedInput {
  /// The input as a table.
  ///
  /// - Parameter worksheetOptions: How a worksheet is to be written.
  /// - Throws: `InputRefused` for a workbook that cannot be read, what the source throws.
  public func table(_ options: InputOptions) throws -> TableInput {
    try table(options, worksheet: WorksheetTextOptions())
  }

  func table(
    _ options: InputOptions, worksheet worksheetOptions: WorksheetTextOptions
  ) throws -> TableInput {
    guard format == .workbook else {
      guard options.worksheet == nil else {
        throw InputRefused(name, "it is no workbook, and has no worksheets", hint: "\(format)")
      }
      let decoder = TextDecoder(self, options)
      var table = TableInput(name: name) { output in try decoder.read(into: &output) }
      let name = name
      table.notices = { decoder.assumption.map { ["\(name): \($0)"] } ?? [] }
      return table
    }
    let bytes = try PieceReading.all({ try pieces.read(into: &$0) }, of: self)
    let sheet = try WorksheetTable(
      bytes, name: name, sheet: options.worksheet, options: worksheetOptions)
    var table = TableInput(name: name) { output in try sheet.read(into: &output) }
    table.options.dialect = DelimitedDialect(
      delimiter: Unicode.Scalar(worksheetOptions.delimiter))
    table.options.firstLine = worksheetOptions.firstRow
    table.origin = sheet
    table.notices = sheet.notices
    return table
  }
}
