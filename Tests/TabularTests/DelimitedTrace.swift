import Tabular

/// What a reader of delimited text comes to, one line a step: `2: a | "b"` for a record that begins
/// on line 2, with its quoted fields in quotes, and each problem of one that was rejected, without
/// its hint.
struct DelimitedTrace: Equatable, CustomStringConvertible {
  /// Where a record stands, and the hash of its bytes.
  struct Bytes: Equatable {
    let offset: Int
    let count: Int
    let isHeld: Bool
    let hash: UInt64
  }

  private(set) var steps: [String] = []
  /// The bytes of each record, rejected ones included.
  private(set) var bytes: [Bytes] = []
  /// The problems as they are told, hints included.
  private(set) var problems: [SourceProblem] = []

  var description: String { steps.joined(separator: "\n") }

  /// Reads `text` in pieces of `chunk` bytes, of which the first one may have fewer.
  init(
    _ text: [UInt8], chunk: Int = .max, first: Int = .max,
    options: DelimitedOptions = DelimitedOptions(), hasHeader: Bool = false
  ) {
    var offset = 0
    var reader = DelimitedReader(name: "f", options: options) { output in
      let most = min(chunk, output.freeCapacity, offset == 0 ? first : .max)
      let end = min(text.count, offset + most)
      for byte in text[offset..<end] { output.append(byte) }
      offset = end
    }
    do {
      if hasHeader { take(try reader.readHeader().problems) }
      while true {
        let step = try reader.next()
        switch step {
        case .record: steps.append(Self.line(of: reader.record))
        case .rejected(let problems): take(problems)
        case .end: return
        }
        bytes.append(Self.bytes(of: reader.record))
      }
    } catch {
      steps.append("threw \(error)")
    }
  }

  init(_ text: String, options: DelimitedOptions = DelimitedOptions(), hasHeader: Bool = false) {
    self.init(Array(text.utf8), options: options, hasHeader: hasHeader)
  }

  private mutating func take(_ problems: [SourceProblem]) {
    self.problems += problems
    steps += problems.map { "\($0.position): \($0.message)" }
  }

  private static func bytes(of record: borrowing DelimitedRecord) -> Bytes {
    Bytes(
      offset: record.byteOffset, count: record.byteCount, isHeld: record.isHeld,
      hash: record.lineHash)
  }

  private static func line(of record: borrowing DelimitedRecord) -> String {
    var fields: [String] = []
    for index in 0..<record.count {
      let text = record.text(index)
      fields.append(record.isQuoted(index) ? "\"\(text)\"" : text)
    }
    return "\(record.line): " + fields.joined(separator: " | ")
  }
}
