import Foundation
import Workbooks

/// Workbooks of others in `Fixtures`, and what is read in a workbook.
enum SampleWorkbook {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// A workbook that another program made.
  static func named(_ name: String) throws -> Workbook {
    try Workbook(bytes: Array(Data(contentsOf: folder.appending(path: name))), name: name)
  }

  /// The first worksheet, each cell as `A1 kind text`; or what was thrown.
  static func told(_ bytes: [UInt8]) -> String {
    do {
      let workbook = try Workbook(bytes: bytes, name: "f")
      let reader = try workbook.reader(of: try workbook.worksheet())
      var cells: [String] = []
      while let row = try reader.next() {
        cells += row.cells.map { "\($0.place) \($0.kind.rawValue) \($0.text)" }
      }
      return cells.joined(separator: ", ")
    } catch {
      return "\(error)"
    }
  }
}
