import PublicData
import TestSupport
import Testing

@Suite struct FileFormatTests {
  private static let rows: [(bytes: [UInt8], format: FileFormat)] = [
    ([], .empty), (Array(" \n".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty),
    ([0x1F, 0x8B, 8], .gzip), ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook),
    (ZipBuilder([.init("[Content_Types].xml", "")]).bytes, .workbook),
    (ZipBuilder([.init("_rels/.rels", ""), .init("xl/workbook.xml", "")]).bytes, .workbook),
    (ZipBuilder([.init("[Content_Types].xml", ""), .init("word/document.xml", "")]).bytes, .zip),
    (ZipBuilder([.init("lei2.csv", "")]).bytes, .zip),
    (
      Array("\n<?xml version='1.0'?><edgarSubmission xmlns='http://www.sec.gov/edgar/nport'>".utf8),
      .nport
    ),
    (Array("<html>".utf8), .xml),
    (Array(#"{"cik": 1, "entityName": "x", "facts": {"#.utf8), .companyFacts),
    (Array(#"{"key": "x"}"#.utf8), .json), (Array(" [{".utf8), .json),
    (Array("\"LEI\",\"Entity.LegalName\"\n".utf8), .legalEntities),
    (Array("Relationship.StartNode.NodeID,x\n".utf8), .legalEntityRelationships),
    (Array("Date,USD,JPY,\n".utf8), .referenceRates),
    (Array("Date, USD, JPY, \r\n".utf8), .referenceRates),
    (Array("observation_date,SOFR\n".utf8), .benchmarkFixings),
    (Array("date,amount\n".utf8), .delimited), (Array("deal,issuer\n1,2\n".utf8), .delimited),
    (Array("date,b".utf16.flatMap { [UInt8($0 & 255), 0] }), .delimited),
    ([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0, 1, 1], .unknown),
  ]

  @Test(arguments: rows) func `a format is told by the beginning of a file`(
    bytes: [UInt8], format: FileFormat
  ) {
    #expect(FileFormat.tell(bytes) == format)
  }

  @Test func `published files are told`() throws {
    #expect(FileFormat.tell(try Fixture.bytes("nport-dupree.xml")) == .nport)
    #expect(FileFormat.tell(try Fixture.bytes("nport-sample-3.xml")) == .nport)
    #expect(FileFormat.tell(try Fixture.bytes("companyfacts.json")) == .companyFacts)
    #expect(FileFormat.tell(try Fixture.bytes("eurofxref.csv")) == .referenceRates)
    #expect(FileFormat.tell(try Fixture.bytes("eurofxref-hist.csv")) == .referenceRates)
  }
}
