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

  /// What is to be told of an answer that has been written.
  struct Told {
    let coverage: ResultSet.Coverage?
    /// Where it comes from, where that was wanted.
    let origin: ResultOrigin?
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
      let result = try QueryRunner.answer(to: question, in: connection)
      progress.begin(result.columns)
      for row in result.rows { progress.tally.add(row) }
      let told = try progress.told(stamp, in: connection)
      deadline.lift()
      switch format {
      case .svg: try write(try QueryPicture.text(of: question, result, origin: told.origin))
      case .markdown:
        try write(text(of: result) + (told.origin.map { "\n" + $0.markdown } ?? ""))
      default: try write(text(of: result))
      }
      return told
    case .csv, .tsv, .json, .ndjson:
      let sink = try OutputSink(path)
      func write(_ bytes: [UInt8]) throws { try deadline.excluding { try sink.write(bytes) } }
      var writer: RowWriter?
      try QueryRunner.forEachRow(of: question, in: connection) { columns in
        progress.begin(columns)
        writer = RowWriter(format, columns: columns)
      } row: { row in
        try writer?.add(row)
        try progress.tally.add(row)
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
        progress.begin(columns)
        writer = try WorkbookWriter(
          path: file.temporary, title: question.query?.title ?? "Deal Ledger",
          columns: ResultOrigin.describe(columns.map(\.name), of: question, in: connection),
          createdOn: LedgerClock.today(in: connection))
      } row: { row in
        try writer?.add(row)
        try progress.tally.add(row)
      }
      let told = try progress.told(stamp, in: connection)
      try writer?.finish(origin: told.origin)
      try file.finish()
      return told
    }
  }

  /// Writes a result that is no answer to a question.
  func write(_ result: ResultSet) throws {
    if format == .svg { throw PictureProblem("this answer has no picture") }
    guard format == .xlsx else { return try write(text(of: result)) }
    let file = WorkbookFile(path ?? "")
    var writer = try WorkbookWriter(
      path: file.temporary, title: "Deal Ledger",
      columns: result.columns.map { .init(name: $0.name, unit: $0.unit) }, createdOn: "1980-01-01")
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

  /// What is known of an answer as its rows go by.
  private struct Progress {
    private let question: Question
    private let wantsOrigin: Bool
    private var names: [String] = []
    var tally = ResultTally(columns: [])

    init(_ question: Question, wantsOrigin: Bool) {
      self.question = question
      self.wantsOrigin = wantsOrigin
    }

    mutating func begin(_ columns: [ResultSet.Column]) {
      names = columns.map(\.name)
      tally = ResultTally(
        columns: names, described: question.query?.columns ?? [], notesKeys: wantsOrigin)
    }

    func told(
      _ stamp: () throws -> LedgerStamp, in connection: borrowing Connection
    ) throws -> Told {
      guard wantsOrigin else { return Told(coverage: tally.coverage, origin: nil) }
      let origin = try ResultOrigin(
        of: question, columns: names, tally: tally, stamp: try stamp(), in: connection)
      return Told(coverage: tally.coverage, origin: origin)
    }
  }
}
