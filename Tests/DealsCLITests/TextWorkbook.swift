import Foundation
import TestSupport

/// Workbooks whose cells hold texts.
enum TextWorkbook {
  /// A workbook of the lines of a text, its cells with commas between; an empty line is an empty
  /// row, and `¶` ends a line within a cell.
  static func bytes(of text: String) -> Data {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let cells =
        line.isEmpty
        ? []
        : line.replacing("¶", with: "&#10;").split(
          separator: ",", omittingEmptySubsequences: false)
      return "<row>" + cells.map { "<c t='str'><v>\($0)</v></c>" }.joined() + "</row>"
    }
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let related = "http://schemas.openxmlformats.org/package/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    func links(_ kind: String, _ target: String) -> String {
      "<Relationships xmlns='\(related)'><Relationship Id='a' Type='\(kinds)/\(kind)' "
        + "Target='\(target)'/></Relationships>"
    }
    return Data(
      ZipBuilder([
        .init("[Content_Types].xml", "<Types/>"),
        .init("_rels/.rels", links("officeDocument", "xl/workbook.xml")),
        .init(
          "xl/workbook.xml",
          "<workbook xmlns='\(main)' xmlns:r='\(kinds)'><sheets>"
            + "<sheet name='S' sheetId='1' r:id='a'/></sheets></workbook>"),
        .init("xl/_rels/workbook.xml.rels", links("worksheet", "one.xml")),
        .init(
          "xl/one.xml",
          "<worksheet xmlns='\(main)'><sheetData>\(rows.joined())</sheetData></worksheet>"),
      ]).bytes)
  }
}
