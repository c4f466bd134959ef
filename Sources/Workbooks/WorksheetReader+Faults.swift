extension WorksheetReader {
  /// What is wrong with a cell as part of a table.
  func problem(of cell: WorksheetCell) -> WorkbookProblem? {
    switch cell.kind {
    case .error: problem("the formula came to \(cell.text)", at: cell.place)
    case .uncomputed:
      problem(
        "the value of the formula is not in the file", at: cell.place,
        hint: "open the workbook in a spreadsheet program and save it again")
    case .noDay:
      problem("\(cell.text) has the format of a date and is no day", at: cell.place)
    default: nil
    }
  }

  /// The problem of a cell to the right of the columns of the table.
  func besideTheTable(_ place: CellPlace) -> WorkbookProblem {
    problem(
      "the cell stands beside the columns of the table", at: place,
      hint: "name its column, or remove it")
  }

  /// The problem of a cell that a merged one covers.
  func isCovered(_ place: CellPlace) -> WorkbookProblem {
    let range = range(covering: place)
    let name = range.map(\.description) ?? ""
    return problem(
      "the cell is part of the merged cell \(name), which holds one value",
      at: place, hint: "split the merged cell, and write the value into each cell it belongs to")
  }

  /// The cells of the row that was read last that merged ones cover, in columns up to a last one.
  func coveredCells(before width: Int) -> [CellPlace] {
    mergedCells.active.flatMap { range -> [CellPlace] in
      guard range.first.column <= min(width, range.last.column) else { return [] }
      return (range.first.column...min(width, range.last.column)).map {
        CellPlace(column: $0, row: rowNumber)
      }.filter { $0 != range.first }
    }
  }
}
