import Foundation
import Tabular
import Testing
import Workbooks

@Suite struct WorkbookTests {
  @Test func `every cell is read as openpyxl reads it`() throws {
    let url = SampleWorkbook.folder.appending(path: "cells.jsonl")
    let text = try String(contentsOf: url, encoding: .utf8)
    var listed: [String: [String: JSONValue]] = [:]
    for line in text.split(separator: "\n") {
      let root = try JSONDocument(String(line)).root
      let key = "\(root["file"]?.string ?? "")/\(root["sheet"]?.string ?? "")"
      listed[key, default: [:]][root["cell"]?.string ?? ""] = root
    }
    #expect(listed.count == 6)
    for (key, expected) in listed {
      let parts = key.split(separator: "/").map(String.init)
      let workbook = try SampleWorkbook.named(parts[0])
      let reader = try workbook.reader(of: try workbook.worksheet(parts[1]))
      var seen = 0
      while let row = try reader.next() {
        for cell in row.cells where cell.kind != .empty && cell.kind != .uncomputed {
          let value = try #require(expected["\(cell.place)"], "\(key) \(cell.place)")
          #expect(Self.isSame(cell, value), "\(key): \(cell) is not \(value.sourceText)")
          seen += 1
        }
      }
      #expect(seen == expected.count, "\(key)")
    }
  }

  private static func isSame(_ cell: WorksheetCell, _ listed: JSONValue) -> Bool {
    let (kind, value) = (listed["kind"]?.string ?? "", listed["value"]?.string ?? "")
    switch cell.kind {
    case .number, .percent:
      return kind == "number" && cell.number.flatMap { Double($0) } == Double(value)
    case .day: return kind == "moment" && value.hasPrefix(cell.text)
    // It says 28 February for the day that never was.
    case .noDay: return cell.text == "60" && value == "1900-02-28 00:00:00"
    // It leaves the form of a carriage return as it stands.
    case .text: return kind == "text" && value.replacing("_x000D_", with: "\r") == cell.text
    default: return kind == cell.kind.rawValue && value == cell.text
    }
  }

  @Test func `formats, merged cells and what is hidden are told`() throws {
    let workbook = try SampleWorkbook.named("openpyxl.xlsx")
    #expect(workbook.worksheets.map(\.name) == ["Deals", "Old"])
    #expect(workbook.worksheets.map(\.visibility) == [.visible, .hidden])
    let reader = try workbook.reader(of: try workbook.worksheet())
    var rows: [Int: WorksheetRow] = [:]
    while let row = try reader.next() { rows[row.number] = row }
    #expect(rows.keys.sorted() == [1, 2, 3, 9, 12])
    #expect(rows[2]?[3]?.text == "5.75%")
    #expect(rows[2]?[3]?.number == "0.0575")
    #expect(rows[2]?[4]?.kind == .day)
    #expect(rows[3]?[7]?.kind == .uncomputed)
    #expect(rows[12]?.isHidden == true && rows[9]?.isHidden == false)
    #expect(reader.isHidden(column: 7) && !reader.isHidden(column: 6))
    #expect(reader.merged.map(\.description) == ["B12:C13"])
    #expect(rows[12]?[2]?.coveredBy == nil)
    let covered = CellPlace(column: 3, row: 13)
    #expect(reader.range(covering: covered)?.description == "B12:C13")
    #expect(reader.range(covering: CellPlace(column: 2, row: 12)) == nil)
  }

  @Test func `a worksheet is found by its name, or the names are told`() throws {
    let workbook = try SampleWorkbook.named("openpyxl.xlsx")
    #expect(try workbook.worksheet("old").name == "Old")
    let problem = #expect(throws: WorkbookProblem.self) { try workbook.worksheet("New") }
    #expect(
      problem?.description
        == "openpyxl.xlsx: there is no worksheet “New” (it has “Deals”, “Old”)")
  }
}
