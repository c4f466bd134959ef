import Foundation
import Tabular
import Testing

/// The cases of csv-spectrum, a collection of CSV files “to serve as an acid test for CSV parsing
/// libraries”. `Fixtures/README.md` says whose they are.
@Suite struct DelimitedSpectrumTests {
  /// A file, and the rows that its authors expect of it.
  private struct Case {
    let name: String
    let csv: String
    let rows: [JSONValue]
  }

  private static func cases() throws -> [Case] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/csv-spectrum.jsonl")
    return try JSONRecords(SourceText(bytes: Array(try Data(contentsOf: url)))).map { line in
      let line = try line.get()
      return Case(
        name: try #require(line["name"]?.string), csv: try #require(line["csv"]?.string),
        rows: try #require(line["rows"]?.elements))
    }
  }

  @Test func `csv-spectrum is read as its authors expect`() throws {
    let cases = try Self.cases()
    #expect(cases.count == 12)
    for one in cases {
      var reader = DelimitedReader(bytes: Array(one.csv.utf8), name: one.name)
      let header = try reader.readHeader()
      #expect(header.problems == [])
      var rows = one.rows[...]
      while try reader.next() == .record {
        let row = try #require(rows.popFirst()?.members, "\(one.name)")
        var fields: [String] = []
        for index in 0..<reader.record.count { fields.append(reader.record.text(index)) }
        #expect(header.columns.map(\.name) == row.map(\.name), "\(one.name)")
        #expect(fields == row.map { $0.value.string }, "\(one.name)")
      }
      #expect(rows.isEmpty, "\(one.name)")
    }
  }
}
