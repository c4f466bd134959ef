import Tabular

/// Takes the lines before the header out of a text, and keeps them.
final class LinesBefore {
  private let source: PieceReader
  private let file: String
  private var wanted: Int
  private var rest: [UInt8] = []
  private var next = 0
  /// The lines that were taken, with their ends.
  private(set) var bytes: [UInt8] = []

  /// No table has more before its header.
  private static let mostBytes = 1 << 20

  init(_ count: Int, of source: @escaping PieceReader, file: String) {
    self.source = source
    self.file = file
    wanted = count
  }

  func read(into output: inout OutputRawSpan) throws {
    while wanted > 0 { try take() }
    guard next < rest.count else { return try source(&output) }
    while next < rest.count, output.freeCapacity > 0 {
      output.append(rest[next], as: UInt8.self)
      next += 1
    }
  }

  private func take() throws {
    let piece = try PeekedPieces.read(1 << 16, from: source)
    guard !piece.isEmpty, bytes.count <= Self.mostBytes else {
      throw InputRefused(
        file, "there are fewer lines than header_line says",
        hint: "header_line is the number of the line with the names of the columns")
    }
    rest += piece
    var start = 0
    while wanted > 0, let end = lineEnd(from: start) {
      bytes += rest[start..<end]
      start = end
      wanted -= 1
    }
    if wanted > 0 {
      // A CR at the end of a piece may be half of a line end.
      rest = Array(rest[start...])
      return
    }
    rest = Array(rest[start...])
  }

  /// Behind the next line end; nil where the piece does not hold it as a whole.
  private func lineEnd(from start: Int) -> Int? {
    guard let at = rest[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return nil
    }
    guard rest[at] == 0x0D else { return at + 1 }
    guard at + 1 < rest.count else { return nil }
    return rest[at + 1] == 0x0A ? at + 2 : at + 1
  }
}
