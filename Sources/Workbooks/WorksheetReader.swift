internal import Markup

/// Reads the rows of a worksheet one after the other.
public final class WorksheetReader {
  /// The worksheet.
  public let worksheet: WorksheetEntry
  /// Its merged cells, by their first cell.
  public var merged: [CellRange] { mergedCells.ranges }
  /// The columns that are hidden; known once the first row was asked for.
  public private(set) var hiddenColumns: [ClosedRange<Int>] = []

  let workbook: Workbook
  let reader: XMLReader
  var mergedCells: MergedCells
  private(set) var rowNumber = 0

  /// The most bytes of a cell's text; spreadsheets have at most 32,767 characters.
  static let mostTextBytes = 1 << 20

  init(_ worksheet: WorksheetEntry, of workbook: Workbook) throws {
    guard let reader = workbook.parts.reader(of: worksheet.part) else {
      throw WorkbookProblem(
        file: workbook.name, sheet: worksheet.name, "the archive does not hold it",
        hint: "the workbook is damaged")
    }
    self.worksheet = worksheet
    self.workbook = workbook
    self.reader = reader
    mergedCells = try MergedCells(part: worksheet.part, of: workbook, sheet: worksheet.name)
  }

  /// Whether a column from 1 is hidden; known once the first row was asked for.
  public func isHidden(column: Int) -> Bool {
    hiddenColumns.contains { $0.contains(column) }
  }

  /// The merged cell that covers a cell without beginning there; `nil` when there is none. What it
  /// covers is seldom in the file, so rows do not list it.
  public func range(covering place: CellPlace) -> CellRange? {
    merged.first { $0.first != place && $0.contains(place) }
  }

  /// The next row that holds something; `nil` at the end.
  ///
  /// - Throws: `WorkbookProblem` with the cell, `ArchiveProblem` or `SourceProblem`.
  public func next() throws -> WorksheetRow? {
    while let event = try reader.next() {
      guard case .start(let tag) = event else { continue }
      if tag.name == "col" { hide(tag) }
      guard tag.name == "row" else { continue }
      let row = try readRow(tag)
      if !row.cells.isEmpty { return row }
    }
    return nil
  }

  func problem(
    _ message: String, at place: CellPlace? = nil, hint: String? = nil
  ) -> WorkbookProblem {
    WorkbookProblem(
      file: workbook.name, sheet: worksheet.name, place: place, message, hint: hint)
  }

  private func hide(_ tag: XMLTag) {
    guard Self.isTrue(tag["hidden"]), let first = tag["min"].flatMap({ Int($0) }),
      let last = tag["max"].flatMap({ Int($0) }), first > 0, first <= last,
      hiddenColumns.count < CellPlace.last.column
    else { return }
    hiddenColumns.append(first...last)
  }

  private func readRow(_ tag: XMLTag) throws -> WorksheetRow {
    let number = tag["r"].map { Int($0) } ?? rowNumber + 1
    guard let number, number > rowNumber, number <= CellPlace.last.row else {
      throw problem(
        "after row \(rowNumber) stands row “\(tag["r"] ?? "\(rowNumber + 1)")”",
        hint: "open the workbook in a spreadsheet program and save it again")
    }
    rowNumber = number
    mergedCells.go(to: number)
    var row = WorksheetRow(number: number, isHidden: Self.isTrue(tag["hidden"]))
    var column = 0
    while let event = try reader.next() {
      if case .end("row") = event { return row }
      guard case .start(let tag) = event, tag.name == "c" else { continue }
      let place = try self.place(tag, after: column)
      column = place.column
      if let cell = try readCell(tag, at: place) { row.cells.append(cell) }
    }
    return row
  }

  private func place(_ tag: XMLTag, after column: Int) throws -> CellPlace {
    guard let text = tag["r"] else {
      guard column < CellPlace.last.column else { throw problem("it has too many columns") }
      return CellPlace(column: column + 1, row: rowNumber)
    }
    guard let place = CellPlace(text), place.row == rowNumber, place.column > column else {
      let before = column == 0 ? "" : " after \(CellPlace(column: column, row: rowNumber))"
      throw problem(
        "in row \(rowNumber)\(before) stands the cell “\(text)”",
        hint: "open the workbook in a spreadsheet program and save it again")
    }
    return place
  }

  static func isTrue(_ flag: String?) -> Bool { flag == "1" || flag == "true" }
}
