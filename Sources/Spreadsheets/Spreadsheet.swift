internal import CXLSXWriter

/// An Excel workbook that is written row by row, with the same bytes for the same cells.
///
/// Rows go to a temporary file as they come, so that a million need no more memory than one. Text
/// is always text: nothing that is written here runs as a formula.
public final class Spreadsheet {
  /// The most rows of a sheet, its header included.
  public static let mostRows = 1_048_576
  /// The most columns of a sheet.
  public static let mostColumns = 16_384
  /// The longest text of a cell, in UTF-16 units.
  public static let longestText = 32_767

  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: the file, which is there once the workbook is closed.
  ///   - title: what its properties call it.
  ///   - created: the moment its properties say it was made, in seconds since 1970.
  /// - Throws: `SpreadsheetError.notWritten` without memory or a place for temporary files.
  public init(path: String, title: String, created: Int) throws(SpreadsheetError) {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.use_zip64 = 0
    workbook = workbook_new_opt(path, &options)
    guard let workbook else { throw .notWritten("there is no memory or no room for it") }
    CellText.cut(title, to: 255).withMutableCString { words in
      var properties = lxw_doc_properties()
      properties.title = words
      properties.created = time_t(created)
      workbook_set_properties(workbook, &properties)
    }
  }

  deinit {
    // What was begun and not closed leaves no file.
    if let workbook { lxw_workbook_free(workbook) }
  }

  /// Adds a sheet.
  ///
  /// - Throws: `SpreadsheetError.notWritten`.
  public func addSheet(_ name: String) throws(SpreadsheetError) -> SpreadsheetPage {
    guard let workbook, let sheet = workbook_add_worksheet(workbook, name) else {
      throw .notWritten("the sheet \(name) cannot be added")
    }
    return SpreadsheetPage(sheet, of: self)
  }

  /// Writes the file.
  ///
  /// - Throws: `SpreadsheetError.notWritten`, when there is no file.
  public func close() throws(SpreadsheetError) {
    guard let workbook else { return }
    self.workbook = nil
    // It frees the workbook in any case.
    try Self.check(workbook_close(workbook))
  }

  /// The library's form of a format, made once.
  func format(_ format: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
    if format == CellFormat() { return nil }
    if let made = formats[format] { return made }
    guard let workbook, let made = workbook_add_format(workbook) else { return nil }
    if format.isBold { format_set_bold(made) }
    if format.isWrapped {
      format_set_text_wrap(made)
      format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if let pattern = format.numbers { format_set_num_format(made, pattern) }
    formats[format] = made
    return made
  }

  static func check(_ code: lxw_error) throws(SpreadsheetError) {
    guard code != LXW_NO_ERROR else { return }
    throw .notWritten(String(cString: lxw_strerror(code)))
  }
}

extension String {
  /// Lends the text as C has it, to an interface that wants to be able to change it.
  fileprivate func withMutableCString(_ body: (UnsafeMutablePointer<CChar>) -> Void) {
    var bytes = utf8CString
    bytes.withUnsafeMutableBufferPointer { if let start = $0.baseAddress { body(start) } }
  }
}
