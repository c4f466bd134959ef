import Foundation
import TestSupport
import Workbooks

/// A workbook in the folder of the trait `temporaryDirectory`, and what our own reader finds in it.
enum WorkbookFile {
  static func bytes(_ write: (String) throws -> Void) throws -> [UInt8] {
    let file = TemporaryDirectory.file("answer.xlsx")
    try write(file.path(percentEncoded: false))
    return Array(try Data(contentsOf: file))
  }

  /// Every cell of every sheet, one a line.
  static func told(_ write: (String) throws -> Void) throws -> String {
    let workbook = try Workbook(bytes: try bytes(write), name: "answer.xlsx")
    var lines: [String] = []
    for sheet in workbook.worksheets {
      lines.append("== \(sheet.name)")
      let reader = try workbook.reader(of: try workbook.worksheet(sheet.name))
      while let row = try reader.next() {
        lines += row.cells.map { "\($0.place) \($0.kind.rawValue) \($0.text.debugDescription)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
