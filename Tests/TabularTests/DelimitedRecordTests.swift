import Tabular
import Testing

@Suite struct DelimitedRecordTests {
  private static let text = "a,b,c\r\n1,\"å \"\"日\"\"\n!\",\r\n\"\",x,\"y\"\r\n,\"\",\n"

  @Test func `fields are lent without quotes, and know what they were`() throws {
    var reader = DelimitedReader(bytes: Array(Self.text.utf8), name: "f.csv")
    #expect(try reader.next() == .record)
    #expect(try reader.next() == .record)
    let texts = (reader.record.text(0), reader.record.text(1), reader.record.text(2))
    #expect(texts == ("1", "å \"日\"\n!", ""))
    let quoted = (reader.record.isQuoted(0), reader.record.isQuoted(1), reader.record.isQuoted(2))
    #expect(quoted == (false, true, false))
    let count = reader.record.withField(1) { first in
      // A field that is lent already does not change when it is lent again, or another is.
      reader.record.withField(1) { second in
        reader.record.withField(0) { third in first.count + second.count + third.count }
      }
    }
    #expect(count == 10 + 10 + 1)
    let outside = (reader.record.text(3), reader.record.text(-1), reader.record.isEmpty(99))
    #expect(outside == ("", "", true))
    #expect(try reader.next() == .record)
    let empty = (reader.record.isEmpty(0), reader.record.isEmpty(1), reader.record.isEmpty(2))
    #expect(empty == (true, false, false))
    let isBlank = reader.record.isBlank
    #expect(try reader.next() == .record)
    let isNextBlank = reader.record.isBlank
    #expect((isBlank, isNextBlank) == (false, true))
    #expect(try reader.next() == .end)
    #expect(try reader.next() == .end)
    #expect((reader.recordCount, reader.bytesRead) == (4, Self.text.utf8.count))
  }

  @Test func `a record knows its place and the places of its bytes`() throws {
    var reader = DelimitedReader(bytes: Array("\u{FEFF}\(Self.text)".utf8), name: "f.csv")
    _ = try reader.next()
    _ = try reader.next()
    let place = (reader.record.line, reader.record.byteOffset, reader.record.byteCount)
    #expect(place == (2, 10, 17))
    let position = reader.record.position
    #expect(position.description == "f.csv:2:1")
    var fields: [String] = []
    for index in 0..<4 { fields.append(reader.record.position(of: index).description) }
    #expect(fields == ["f.csv:2:1", "f.csv:2:3", "f.csv:3:4", "f.csv:3:4"])
    var bytes: [String] = []
    for offset in [0, 2, 3, 4, 7, 8, 9] {
      bytes.append(reader.record.position(of: 1, at: offset).description)
    }
    #expect(bytes == ["2:4", "2:5", "2:6", "2:8", "2:9", "2:11", "3:1"].map { "f.csv:\($0)" })
    let problem = reader.record.problem("is odd", of: 0, at: 0, hint: "mend it")
    #expect(problem.description == "f.csv:2:1: is odd (mend it)")
  }

  @Test func `a line within a field ends with both bytes of a CRLF`() throws {
    var reader = DelimitedReader(bytes: Array("a\n\"x\r\ny\rz\"".utf8))
    _ = try reader.next()
    _ = try reader.next()
    var places: [String] = []
    for offset in 0..<6 { places.append(reader.record.position(of: 0, at: offset).description) }
    #expect(places == ["2:2", "2:3", "2:4", "3:1", "3:2", "4:1"])
  }

  @Test func `the bytes of a record are lent as they stand, and hashed`() throws {
    var reader = DelimitedReader(bytes: Array(Self.text.utf8))
    var lines: [String] = []
    var hashes: [UInt64] = []
    while try reader.next() == .record {
      let bytes = reader.record.withBytes { bytes in bytes.indices.map { bytes[$0] } }
      lines.append(String(decoding: bytes, as: UTF8.self))
      hashes.append(reader.record.lineHash)
    }
    #expect(lines == ["a,b,c", "1,\"å \"\"日\"\"\n!\",", "\"\",x,\"y\"", ",\"\","])
    #expect(hashes == lines.map { DelimitedHash.of($0.utf8.span) })
    #expect(Set(hashes).count == 4)
  }
}
