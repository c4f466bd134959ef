import Ledger
import Reporting
import SQLite

/// Writes an answer in its format to its place, and says what went by.
struct AnswerOutput {
  let format: OutputFormat
  /// The file; nil for standard output.
  let path: String?

  /// Writes the answer to a question, row by row where the format allows.
  ///
  /// - Parameter hasOrigin: whether a format with room for it tells where the answer comes from.
  /// - Returns: where it comes from.
  func write(
    _ question: Question, stamp: LedgerStamp, hasOrigin: Bool, in connection: borrowing Connection
  ) throws -> ResultOrigin {
    var names: [String] = []
    var tally = ResultTally(columns: [])
    func origin() throws -> ResultOrigin {
      try ResultOrigin(of: question, columns: names, tally: tally, stamp: stamp, in: connection)
    }
    func begin(_ columns: [ResultSet.Column]) {
      names = columns.map(\.name)
      tally = ResultTally(columns: names, described: question.query?.columns ?? [])
    }
    switch format {
    case .table, .markdown:
      let result = try QueryRunner.answer(to: question, in: connection)
      begin(result.columns)
      tally = ResultTally(of: result, described: question.query?.columns ?? [])
      let text = text(of: result)
      let origin = try origin()
      try write(format == .markdown && hasOrigin ? text + "\n" + origin.markdown : text)
      return origin
    case .csv, .tsv, .json, .ndjson:
      let sink = try OutputSink(path)
      var writer: RowWriter?
      try QueryRunner.forEachRow(of: question, in: connection) { columns in
        begin(columns)
        writer = RowWriter(format, columns: columns)
      } row: { row in
        try writer?.add(row)
        try tally.add(row)
        if writer?.isFull == true { try writer?.take(sink.write) }
      }
      writer?.end()
      try writer?.take(sink.write)
      try sink.finish()
      return try origin()
    case .xlsx:
      let file = WorkbookFile(path ?? "")
      var writer: WorkbookWriter?
      try QueryRunner.forEachRow(of: question, in: connection) { columns in
        begin(columns)
        writer = try WorkbookWriter(
          path: file.temporary, title: question.query?.title ?? "Deal Ledger",
          columns: ResultOrigin.describe(names, of: question, in: connection),
          createdOn: stamp.askedOn)
      } row: { row in
        try writer?.add(row)
        try tally.add(row)
      }
      let origin = try origin()
      try writer?.finish(origin: hasOrigin ? origin : nil)
      try file.finish()
      return origin
    }
  }

  /// Writes a result that is no answer to a question.
  func write(_ result: ResultSet) throws {
    guard format == .xlsx else {
      return try write(text(of: result))
    }
    let file = WorkbookFile(path ?? "")
    var writer = try WorkbookWriter(
      path: file.temporary, title: "Deal Ledger",
      columns: result.columns.map { .init(name: $0.name, unit: $0.unit) },
      createdOn: "1980-01-01")
    for row in result.rows { try writer.add(row) }
    try writer.finish(origin: nil)
    try file.finish()
  }

  private func text(of result: ResultSet) -> String {
    guard path == nil else { return format.text(of: result) }
    return format.text(of: result, width: Console.width, style: Console.style)
  }

  private func write(_ text: String) throws {
    if let path { try Files.write(text, to: path) } else { Console.result(text) }
  }
}

/// A workbook beside its place, until it is whole.
final class WorkbookFile {
  private let path: String
  let temporary: String

  init(_ path: String) {
    self.path = path
    temporary = path + ".new"
  }

  deinit { Files.remove(temporary) }

  func finish() throws { try Files.move(temporary, to: path) }
}
