internal import Ledger
internal import Spreadsheets

/// Where an answer comes from, on further sheets of its workbook.
struct OriginSheets {
  private let origin: ResultOrigin

  init(_ origin: ResultOrigin) { self.origin = origin }

  func write(to workbook: Spreadsheet) throws(SpreadsheetError) {
    try writeQuery(to: workbook)
    if !origin.parameters.isEmpty {
      try writeTable(
        "Parameters", ["parameter", "value", "given", "type", "meaning"], [16, 20, 8, 14, 80],
        origin.parameters.map { parameter in
          [
            .text(parameter.name), parameter.value.map { .text($0) } ?? .empty,
            .flag(parameter.isGiven), .text(parameter.type), .text(parameter.help),
          ]
        }, to: workbook)
    }
    try writeTable(
      "Dictionary", ["column", "unit", "meaning"], [28, 24, 90],
      origin.columns.map { column in
        [
          .text(column.name), column.unit.map { .text($0) } ?? .empty,
          column.meaning.map { .text($0) } ?? .empty,
        ]
      }, to: workbook)
    try writeSources(to: workbook)
  }

  private func writeQuery(to workbook: Spreadsheet) throws(SpreadsheetError) {
    let page = try workbook.addSheet("Query")
    page.setWidth(20, ofColumn: 0)
    page.setWidth(110, ofColumn: 1)
    for (name, value) in facts {
      try page.add([.text(name), .text(value)]) {
        $0 == 0 ? CellFormat(isBold: true) : CellFormat(isWrapped: true)
      }
    }
    // A line a row: a cell holds no whole query of some length.
    let lines = (origin.sql ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      try page.add([index == 0 ? .text("SQL") : .empty, .text(String(line))]) {
        CellFormat(isBold: $0 == 0)
      }
    }
  }

  /// What is told in a line each.
  private var facts: [(String, String)] {
    let stamp = origin.stamp
    let facts: [(String, String?)] = [
      ("Title", origin.title), ("Definition", origin.definition), ("Query", origin.query),
      ("Command", origin.command),
      ("As of", origin.asOf), ("Rows", origin.rowsWords),
      ("Coverage", origin.coverage.map(CoverageLine.text)), ("Ledger", stamp.ledger),
      ("Ledger hash", stamp.hash), ("Newest run", stamp.run.map { String($0) }),
      ("Run finished at", stamp.runFinishedAt), ("Known at", stamp.earlier.knownAt),
      ("Published by", stamp.earlier.publishedBy), ("Asked on", stamp.askedOn),
      ("Program", "deals \(stamp.programVersion)"),
    ]
    return facts.compactMap { name, value in value.map { (name, $0) } }
      + origin.assumptions.map { ("Rests on", $0) }
  }

  private func writeSources(to workbook: Spreadsheet) throws(SpreadsheetError) {
    var rows: [[CellContent]] = origin.sources.listed.enumerated().map { index, source in
      [
        .number(Double(index + 1)), .text(source.title), .text(source.publisher),
        .text(source.dayWords ?? ""), .text(source.grade ?? ""), .link(source.url ?? ""),
        .text(source.key),
      ]
    }
    if let more = origin.moreSourcesLine { rows.append([.empty, .text("… \(more)")]) }
    try writeTable(
      "Sources", ["number", "title", "publisher", "published", "grade", "address", "key"],
      [8, 70, 24, 14, 8, 60, 30], rows, to: workbook)
  }

  private func writeTable(
    _ name: String, _ titles: [String], _ widths: [Double], _ rows: [[CellContent]],
    to workbook: Spreadsheet
  ) throws(SpreadsheetError) {
    let page = try workbook.addSheet(name)
    try page.add(titles.map { .text($0) }) { _ in CellFormat(isBold: true) }
    for row in rows { try page.add(row) { _ in CellFormat(isWrapped: true) } }
    for (index, width) in widths.enumerated() { page.setWidth(width, ofColumn: index) }
    try page.finishTable(columns: titles.count)
  }
}
