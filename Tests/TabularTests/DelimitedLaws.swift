@testable import Tabular

/// What holds of the reader for every input, valid or not: whoever finds one that breaks a law has
/// found a mistake in the reader.
struct DelimitedLaws {
  private let input: [UInt8]
  private let options: DelimitedOptions
  /// The place of each byte, counted in the plainest way, and that of the end.
  private let places: [SourcePosition]
  /// The laws that were broken, with what broke them.
  private var broken: [String] = []
  /// The first byte that belongs to no record so far.
  private var rest: Int

  /// The laws that an input breaks when it is read at once, and in pieces of `chunk` bytes.
  static func broken(
    by input: [UInt8], options: DelimitedOptions = DelimitedOptions(), chunk: Int = 1
  ) -> [String] {
    var laws = DelimitedLaws(input, options)
    do {
      try laws.read()
    } catch {
      laws.broken.append("nothing is thrown that the source does not throw: \(error)")
    }
    guard laws.broken.isEmpty else { return laws.broken }
    let whole = DelimitedTrace(input, options: options)
    var small = options
    small.limits.bufferBytes = 16
    for (chunk, options) in [(Int.max, small), (chunk, small), (chunk, options)] {
      let pieces = DelimitedTrace(input, chunk: chunk, options: options)
      if pieces != whole {
        laws.broken.append("pieces of \(chunk) read the same:\n\(pieces)\nnot\n\(whole)")
      }
    }
    return laws.broken
  }

  private init(_ input: [UInt8], _ options: DelimitedOptions) {
    self.input = input
    self.options = options
    let start = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    rest = start
    var places: [SourcePosition] = []
    var (line, column) = (1, 1)
    for (offset, byte) in input.enumerated() {
      // A column begins with each byte that does not continue a character.
      places.append(SourcePosition(line: line, column: column))
      let isHalf = byte == 0x0D && offset + 1 < input.count && input[offset + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isHalf {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 && offset >= start {
        column += 1
      }
    }
    self.places = places + [SourcePosition(line: line, column: column)]
  }

  private mutating func expect(_ isKept: Bool, _ law: String) {
    if !isKept { broken.append(law) }
  }

  private mutating func read() throws {
    var reader = DelimitedReader(bytes: input, options: options)
    var (steps, recordCount) = (0, 0)
    var width: Int?
    while broken.isEmpty {
      let step = try reader.next()
      steps += 1
      expect(steps <= input.count + 2, "every input ends")
      holdMemory(reader)
      let isAboutRecord = reader.recordCount > recordCount
      recordCount = reader.recordCount
      guard isAboutRecord else {
        if recordCount > 0 { holdLineEnds(before: input.count) }
        if case .rejected(let problems) = step {
          expect(recordCount == 0 && problems.count == 1, "an input with records is not refused")
          expect(problems[0].hint != nil, "a problem says what to do: \(problems[0])")
        } else {
          expect(step == .end, "a record is counted")
        }
        expect(try reader.next() == .end, "the end is the end")
        return
      }
      if recordCount == 1 { skipDialectLine() }
      holdPlace(of: reader.record)
      switch step {
      case .record:
        if width == nil { width = reader.record.count }
        holdFields(of: reader.record, reader.dialect ?? .comma, width ?? 0)
      case .rejected(let problems): hold(problems, reader.record)
      case .end: expect(false, "a record is no end")
      }
    }
  }

  /// What is held at once is bounded by the limits, whatever comes.
  private mutating func holdMemory(_ reader: borrowing DelimitedReader) {
    let limits = options.limits
    let buffer = reader.buffer.capacity
    expect(
      buffer <= limits.recordBytes + limits.bufferBytes + DelimitedBlock.size,
      "the buffer is bounded: \(buffer)")
    let scratch = reader.scratch.capacity
    expect(scratch <= max(64, 2 * limits.recordBytes), "the scratch is bounded: \(scratch)")
  }

  /// A line `sep=;` is no record.
  private mutating func skipDialectLine() {
    guard input[rest...].starts(with: "sep=".utf8), rest + 5 <= input.count,
      DelimitedDialect.canDelimit(Unicode.Scalar(input[rest + 4])),
      rest + 5 == input.count || input[rest + 5] == 0x0A || input[rest + 5] == 0x0D
    else { return }
    rest += 5
  }

  /// Between two records are line ends and nothing else.
  private mutating func holdLineEnds(before offset: Int) {
    guard offset >= rest else { return expect(false, "records do not overlap") }
    expect(
      input[rest..<offset].allSatisfy { $0 == 0x0A || $0 == 0x0D },
      "every byte is in a record, or a line end: \(rest)..<\(offset)")
  }

  private mutating func holdPlace(of record: borrowing DelimitedRecord) {
    let (start, count) = (record.byteOffset, record.byteCount)
    holdLineEnds(before: start)
    guard broken.isEmpty, count > 0, start + count <= input.count else {
      return expect(false, "a record has bytes, all of the input: \(start), \(count)")
    }
    rest = start + count
    let position = record.position
    expect(position == places[start], "a record begins where its line does: \(position)")
    expect(
      rest == input.count || input[rest] == 0x0A || input[rest] == 0x0D,
      "a record ends at a line end: \(rest)")
    expect(record.isHeld == (count <= options.limits.recordBytes), "what is too long is let go")
    guard record.isHeld else { return }
    let bytes = record.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    expect(bytes == Array(input[start..<rest]), "the bytes of a record are those of the input")
    let hash = record.lineHash
    expect(hash == DelimitedHash.of(bytes.span), "the hash is that of the bytes")
  }

  private mutating func holdFields(
    of record: borrowing DelimitedRecord, _ dialect: DelimitedDialect, _ width: Int
  ) {
    let fields = Self.fields(of: Array(input[record.byteOffset..<rest]), dialect)
    guard fields.count == record.count else {
      return expect(false, "a record has its fields: \(record.count), not \(fields.count)")
    }
    expect(
      fields.count == width || fields.count < width && options.acceptsShortRecords,
      "records are of equal length")
    for (index, field) in fields.enumerated() {
      let read = record.withField(index) { bytes in bytes.indices.map { bytes[$0] } }
      expect(read == field.bytes, "field \(index) is \(field.bytes), not \(read)")
      expect(String(validating: read, as: UTF8.self) != nil, "a field is UTF-8")
      for (offset, place) in field.places.enumerated() {
        let position = record.position(of: index, at: offset)
        expect(position == places[record.byteOffset + place], "a byte stands at \(position)")
      }
    }
  }

  private mutating func hold(_ problems: [SourceProblem], _ record: borrowing DelimitedRecord) {
    expect(!problems.isEmpty && record.count == 0, "a rejected record has problems and no fields")
    for problem in problems {
      let position = problem.position
      expect(
        places[record.byteOffset] <= position && position <= places[rest],
        "a problem is where its record is: \(problem)")
      expect(problem.hint != nil, "a problem says what to do: \(problem)")
      guard problem.message.hasPrefix("byte 0x") else { continue }
      let byte = UInt8(problem.message.dropFirst(7).prefix { $0 != " " }, radix: 16)
      // Bytes that continue a character have its column.
      let isThere = places.indices.dropLast().contains { offset in
        places[offset] == position && input[offset] == byte
      }
      expect(isThere, "a byte that is told is there: \(problem)")
    }
  }

  /// The fields of a record without mistakes, and the offset in the record of each of their bytes.
  private static func fields(
    of record: [UInt8], _ dialect: DelimitedDialect
  ) -> [(bytes: [UInt8], places: [Int])] {
    var fields: [(bytes: [UInt8], places: [Int])] = []
    var offset = 0
    while offset <= record.count {
      var places: [Int] = []
      if dialect.hasQuotes, offset < record.count, record[offset] == 0x22 {
        offset += 1
        while offset < record.count {
          if record[offset] == 0x22 {
            guard offset + 1 < record.count, record[offset + 1] == 0x22 else { break }
          }
          places.append(offset)
          offset += record[offset] == 0x22 ? 2 : 1
        }
        offset += 1
      } else {
        while offset < record.count, record[offset] != dialect.delimiter {
          places.append(offset)
          offset += 1
        }
      }
      fields.append((places.map { record[$0] }, places))
      offset += 1
    }
    return fields
  }
}
