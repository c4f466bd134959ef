import Glibc
import Workbooks

/// What libFuzzer calls with input after input.
///
/// An input that begins as an archive is read as one. In others the first byte chooses which part
/// of a workbook they are, since no fuzzer finds the check sums of an archive.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  if first == UInt8(ascii: "P") { return told(WorkbookLaws.broken(by: bytes)) }
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  var parts = HandmadeWorkbook.parts(
    rows: first & 7 == 0 ? text : "<row><c s='6' t='s'><v>1</v></c></row>")
  switch first & 7 {
  case 1: parts["xl/one.xml"] = text
  case 2: parts["xl/texts.xml"] = text
  case 3: parts["xl/styles.xml"] = text
  case 4: parts["xl/workbook.xml"] = text
  case 5: parts["xl/_rels/workbook.xml.rels"] = text
  default: break
  }
  return told(WorkbookLaws.broken(by: HandmadeWorkbook.bytes(parts)))
}
