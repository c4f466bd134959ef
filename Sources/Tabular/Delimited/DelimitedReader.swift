/// Reads delimited text (CSV, TSV) record by record, from a source that gives it in pieces.
///
/// RFC 4180 and what is really met: a byte order mark, lines that end with LF, CRLF or CR, empty
/// lines, line ends and doubled quotes within quotes, a last line without an end. A quote within a
/// field that did not begin with one is a character like any other (`5" wafer`). The bytes of a
/// record stay where they were read; nothing is allocated for a record or a field.
///
/// What is wrong is told with its place, and reading goes on at the next record.
///
/// ```swift
/// var reader = DelimitedReader(name: "deals.csv") { output in try read(into: &output) }
/// let header = try reader.readHeader()
/// reading: while true {
///   switch try reader.next() {
///   case .record: reader.record.withField(0) { bytes in … }
///   case .rejected(let problems): …
///   case .end: break reading
///   }
/// }
/// ```
public struct DelimitedReader: ~Copyable {
  /// The record that `next()` came to. It changes with the next call.
  public internal(set) var record: DelimitedRecord
  /// How the text is written; known once the first record was asked for.
  public internal(set) var dialect: DelimitedDialect?
  /// The number of bytes that were taken from the source, for a progress bar.
  public internal(set) var bytesRead = 0
  /// The number of records so far, the header and the rejected ones included.
  public internal(set) var recordCount = 0
  /// The name that positions print.
  public let name: String
  /// What the reader was told before it began.
  public let options: DelimitedOptions

  /// Where the reader is between the first byte and the last.
  enum Stage {
    case new, reading, ended
  }

  let source: (inout OutputRawSpan) throws -> Void
  var buffer: DelimitedMemory<UInt8>
  /// Where each field begins, as `DelimitedRecord.starts` has it.
  let starts: DelimitedMemory<UInt>
  var scratch = DelimitedMemory<UInt8>(capacity: 64)
  var scanner: DelimitedScanner
  var marks = DelimitedMarks(.comma)
  var stage = Stage.new
  var isSourceAtEnd = false
  /// Whether the last record ended with a CR, to which an LF may belong.
  var isAfterReturn = false
  /// The line of the next record.
  var line = 1
  /// The offset in the input of the first byte of the buffer.
  var bufferOffset = 0
  /// The most bytes that a record has which need not be looked at for long fields.
  let cleanBytes: Int
  /// The number of fields that every record has; the first one sets it.
  var width: Int?
  /// Whether the first record is a header.
  var hasHeader = false
  /// What the scanner found wrong with the record.
  var faults: [DelimitedFault] = []
  /// Where a quote was opened that the input does not close, as an offset in the record.
  var openQuote: Int?
  /// What became known of a record before its beginning was let go.
  var settled: DelimitedVerdict?

  /// A reader of what `source` gives.
  ///
  /// - Parameters:
  ///   - name: The name that positions print.
  ///   - origin: Tells where fields come from, where the text was made of something else.
  ///   - source: Appends the next bytes to a span that has room for at least half of
  ///     `bufferBytes`: as many as it likes, none at the end of the input. What it throws is thrown
  ///     by `next()`, and ends the reading.
  public init(
    name: String = "", options: DelimitedOptions = DelimitedOptions(),
    origin: (any DelimitedOrigin)? = nil,
    source: @escaping (inout OutputRawSpan) throws -> Void
  ) {
    options.limits.check()
    self.name = name
    self.options = options
    self.source = source
    cleanBytes = min(options.limits.fieldBytes, options.limits.recordBytes)
    let capacity = options.limits.bufferBytes
    buffer = DelimitedMemory(capacity: capacity + DelimitedBlock.size)
    starts = DelimitedMemory(capacity: options.limits.columns + 3)
    scanner = DelimitedScanner(bytes: buffer.pointer, table: starts.pointer)
    record = DelimitedRecord(
      file: name, origin: origin, base: buffer.pointer, starts: starts.pointer,
      scratch: scratch.pointer)
    line = options.firstLine
    record.line = line
  }

  /// Goes to the next record.
  ///
  /// - Throws: What the source throws. After that the reader is at its end.
  public mutating func next() throws -> DelimitedStep {
    do {
      guard stage != .ended else { return .end }
      if stage == .new {
        stage = .reading
        if let problem = try begin() { return refuseInput(problem) }
      }
      return try scanRecord() ? finishRecord() : finishInput()
    } catch {
      end()
      throw error
    }
  }
}
