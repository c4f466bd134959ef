#if canImport(TestSupport)
  import TestSupport
#endif

/// Workbooks with one worksheet, written by hand.
enum HandmadeWorkbook {
  /// The parts of a workbook with one worksheet, by name.
  ///
  /// - Parameters:
  ///   - rows: what stands in `sheetData`.
  ///   - after: what follows it.
  static func parts(
    rows: String, before: String = "", after: String = "", properties: String = ""
  ) -> [String: String] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let related = "http://schemas.openxmlformats.org/package/2006/relationships"
    func link(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id='\(id)' Type='\(kinds)/\(kind)' Target='\(target)'/>"
    }
    let formats = ["0", "9", "14", "22", "20", "46", "165"]
    return [
      "_rels/.rels":
        "<Relationships xmlns='\(related)'>\(link("a", "officeDocument", "xl/workbook.xml"))"
        + "</Relationships>",
      "xl/workbook.xml":
        "<workbook xmlns='\(main)' xmlns:r='\(kinds)'>\(properties)<sheets>"
        + "<sheet name='One' sheetId='1' r:id='s1'/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships xmlns='\(related)'>\(link("s1", "worksheet", "/xl/one.xml"))"
        + link("t", "sharedStrings", "texts.xml") + link("f", "styles", "./../xl/styles.xml")
        + "</Relationships>",
      "xl/one.xml":
        "<worksheet xmlns='\(main)'>\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>",
      "xl/texts.xml":
        "<sst xmlns='\(main)'><si><t>zero</t></si><si><r><t>o</t></r><r><t>ne</t></r>"
        + "<rPh sb='0' eb='1'><t>no</t></rPh></si><si/></sst>",
      "xl/styles.xml":
        "<styleSheet xmlns='\(main)'><numFmts><numFmt numFmtId='165' formatCode='0.0%'/></numFmts>"
        + "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs>"
        + formats.map { "<xf numFmtId='\($0)'/>" }.joined() + "</cellXfs></styleSheet>",
    ]
  }

  static func bytes(_ parts: [String: String]) -> [UInt8] {
    ZipBuilder(parts.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }).bytes
  }
}
