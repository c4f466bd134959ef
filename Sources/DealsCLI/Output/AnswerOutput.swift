import Ledger
import Reporting
import SQLite

/// Writes an answer in its format to its place, and says what went by.
struct AnswerOutput {
  let format: OutputFormat
  /// The file; nil for standard output.
  let path: String?
  /// Whether it is to be told where the answer comes from.
  let wantsOrigin: Bool
  /// How much of it is written.
  var part = AnswerPart()

  /// What is to be told of an answer that has been written.
  struct Told {
    let coverage: ResultSet.Coverage?
    /// Where it comes from, where that was wanted.
    let origin: ResultOrigin?
    /// How many rows were written.
    let rows: Int
    /// How many rows were not written.
    let rowsLeftOut: Int
    /// The columns for which a terminal had no room.
    var columnsLeftOut: [String] = []
  }

  /// Writes the answer to a question, row by row where the format allows.
  ///
  /// - Parameter stamp: reads the state of the ledger, which takes a look at every row of it.
  func write(
    _ question: Question, stamp: () throws -> LedgerStamp, until deadline: Deadline,
    in connection: borrowing Connection
  ) throws -> Told {
    var progress = Progress(question, wantsOrigin: wantsOrigin)
    switch format {
    case .table, .markdown, .svg:
      var result = try QueryRunner.answer(to: question, in: connection)
      try progress.begin(result.columns, part)
      for row in result.rows { _ = try progress.takes(row) }
      var told = try progress.told(stamp, in: connection)
      deadline.lift()
      if format == .svg {
        try write(try QueryPicture.text(of: question, result, origin: told.origin))
        return told
      }
      (result, told.columnsLeftOut) = fitted(try part.of(result))
      try write(text(of: result) + footer(told.origin))
      return told
    case .csv, .tsv, .json, .ndjson:
      let sink = try OutputSink(path)
      func write(_ bytes: [UInt8]) throws { try deadline.excluding { try sink.write(bytes) } }
      var writer: RowWriter?
      try QueryRunner.forEachRow(of: question, in: connection) { columns in
        try progress.begin(columns, part)
        writer = RowWriter(format, columns: progress.columns)
      } row: { row in
        guard try progress.takes(row) else { return }
        if progress.hasAllColumns {
          try writer?.add(row)
        } else {
          writer?.add(progress.values(try row.values()))
        }
        if writer?.isFull == true { try writer?.take(write) }
      }
      writer?.end()
      try writer?.take(write)
      try sink.finish()
      return try progress.told(stamp, in: connection)
    case .xlsx:
      let file = WorkbookFile(path ?? "")
      var writer: WorkbookWriter?
      try QueryRunner.forEachRow(of: question, in: connection) { columns in
        try progress.begin(columns, part)
        writer = try WorkbookWriter(
          path: file.temporary, title: question.query?.title ?? "Deal Ledger",
          columns: ResultOrigin.describe(
            progress.columns.map(\.name), of: question, in: connection),
          createdOn: LedgerClock.today(in: connection))
      } row: { row in
        guard try progress.takes(row) else { return }
        try writer?.add(progress.values(try row.values()))
      }
      let told = try progress.told(stamp, in: connection)
      try writer?.finish(origin: told.origin)
      try file.finish()
      return told
    }
  }

  /// Writes what a command has worked out.
  ///
  /// - Parameter stamp: as for a question.
  func write(
    _ answer: CommandAnswer, stamp: () throws -> LedgerStamp, in connection: borrowing Connection
  ) throws -> Told {
    if format == .svg { throw PictureProblem("this answer has no picture") }
    let (result, columnsLeftOut) = fitted(try part.of(answer.result))
    let leftOut = answer.result.rows.count - result.rows.count
    let origin =
      !wantsOrigin
      ? nil
      : try ResultOrigin(
        of: answer, columns: result.columns, rowsLeftOut: leftOut, stamp: try stamp(),
        in: connection)
    if format == .xlsx {
      try writeWorkbook(result, answer.title, origin, createdOn: LedgerClock.today(in: connection))
    } else {
      try write(text(of: result) + footer(origin))
    }
    return Told(
      coverage: nil, origin: origin, rows: result.rows.count, rowsLeftOut: leftOut,
      columnsLeftOut: columnsLeftOut)
  }

  private func writeWorkbook(
    _ result: ResultSet, _ title: String, _ origin: ResultOrigin?, createdOn day: String
  ) throws {
    let file = WorkbookFile(path ?? "")
    var writer = try WorkbookWriter(
      path: file.temporary, title: title,
      columns: result.columns.map { .init(name: $0.name, unit: $0.unit) }, createdOn: day)
    for row in result.rows { try writer.add(row) }
    try writer.finish(origin: origin)
    try file.finish()
  }

  /// Where an answer comes from, below it.
  private func footer(_ origin: ResultOrigin?) -> String {
    format == .markdown ? origin.map { "\n" + $0.markdown } ?? "" : ""
  }

  /// What a terminal shows of a result in which nobody chose the columns.
  private func fitted(_ result: ResultSet) -> (ResultSet, [String]) {
    guard format == .table, path == nil, part.columns.isEmpty, let width = Console.width else {
      return (result, [])
    }
    return KeyColumns.fitted(result, to: width)
  }

  private func text(of result: ResultSet) -> String {
    guard path == nil else { return format.text(of: result) }
    return format.text(of: result, width: Console.width, style: Console.style)
  }

  private func write(_ text: String) throws {
    if let path { try Files.write(text, to: path) } else { Console.result(text) }
  }

  /// What is known of an answer as its rows go by.
  private struct Progress {
    private let question: Question
    private let wantsOrigin: Bool
    private var tally = ResultTally(columns: [])
    private var part: PartWriter?

    init(_ question: Question, wantsOrigin: Bool) {
      self.question = question
      self.wantsOrigin = wantsOrigin
    }

    /// The columns that are written.
    var columns: [ResultSet.Column] { part?.columns ?? [] }
    var hasAllColumns: Bool { part?.hasAllColumns ?? true }

    mutating func begin(_ columns: [ResultSet.Column], _ part: AnswerPart) throws {
      self.part = try part.of(columns)
      tally = ResultTally(
        columns: columns.map(\.name), described: question.query?.columns ?? [],
        notesKeys: wantsOrigin)
    }

    /// Takes note of a row; whether it is written.
    mutating func takes(_ row: borrowing Row) throws -> Bool {
      try tally.add(row)
      return part?.takesRow() ?? true
    }

    mutating func takes(_ row: [Value]) throws -> Bool {
      tally.add(row)
      return part?.takesRow() ?? true
    }

    func values(_ row: [Value]) -> [Value] { part?.values(row) ?? row }

    func told(
      _ stamp: () throws -> LedgerStamp, in connection: borrowing Connection
    ) throws -> Told {
      let (rows, leftOut) = (part?.rows ?? 0, part?.rowsLeftOut ?? 0)
      guard wantsOrigin else {
        return Told(coverage: tally.coverage, origin: nil, rows: rows, rowsLeftOut: leftOut)
      }
      let origin = try ResultOrigin(
        of: question, columns: columns.map(\.name), tally: tally, rowsLeftOut: leftOut,
        stamp: try stamp(), in: connection)
      return Told(coverage: tally.coverage, origin: origin, rows: rows, rowsLeftOut: leftOut)
    }
  }
}
