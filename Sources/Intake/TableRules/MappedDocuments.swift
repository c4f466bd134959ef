import Ledger
import SQLite
import Tabular

/// A table that rules make documents of, one a row.
final class MappedDocuments {
  let table: RuledTable
  /// The rows that hold something.
  private(set) var rows: [RuledTable.Row] = []

  /// Reads a table to its end.
  init(_ table: RuledTable, limit: Int = .max) throws {
    self.table = table
    while rows.count < limit, let row = try table.next() { rows.append(row) }
  }

  /// The documents of rows, one a line.
  func source(_ rows: [RuledTable.Row]) -> SourceText {
    let names = table.bound.rules.fields.map(\.name)
    let kinds = table.bound.rules.fields.map(\.kind)
    let lines = rows.map { row in
      RowDocument(names, kinds, row.reading?.values ?? []).text
    }
    return SourceText(
      bytes: Array(lines.joined(separator: "\n").utf8), name: table.name)
  }

  /// A problem of a document at the cell of the table that it comes from.
  func placed(_ problem: SourceProblem, in rows: [RuledTable.Row]) -> SourceProblem {
    guard problem.position.file == table.name, rows.indices.contains(problem.position.line - 1)
    else { return problem }
    let row = rows[problem.position.line - 1]
    let values = row.reading?.values ?? []
    let rules = table.bound.rules
    let writer = RowDocument(
      rules.fields.map(\.name), rules.fields.map(\.kind), values)
    let field = writer.field(at: problem.position.column)
    let place = table.position(
      line: row.line, column: field.flatMap { values[$0].column }, in: row.original)
    let name = field.map { rules.fields[$0].name + ": " } ?? ""
    return SourceProblem(
      position: place, message: name + Self.withoutPointer(problem.message), hint: problem.hint)
  }

  /// The message behind the pointer into the document, which nobody has written.
  private static func withoutPointer(_ message: String) -> String {
    guard message.first == "/", let end = message.range(of: ": ") else { return message }
    return String(message[end.upperBound...])
  }
}

extension String {
  /// Where a text first occurs.
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
