internal import Archives
internal import Markup

/// The merged cells of a worksheet. They stand behind its rows, so a worksheet that has any is read
/// through for them first.
struct MergedCells {
  private(set) var ranges: [CellRange] = []
  /// The ranges that reach a row, found once for each row.
  private(set) var active: [CellRange] = []
  private var next = 0

  /// The most merged cells that are told.
  private static let most = 100_000

  init(part: String, of workbook: Workbook, sheet: String) throws {
    let archive = workbook.parts.archive
    guard let entry = archive[part], try Self.mayHaveSome(archive.reader(of: entry)),
      let reader = workbook.parts.reader(of: part)
    else { return }
    while let event = try reader.next() {
      guard case .start(let tag) = event, tag.name == "mergeCell", let text = tag["ref"] else {
        continue
      }
      guard let range = CellRange(text), ranges.count < Self.most else {
        throw WorkbookProblem(
          file: workbook.name, sheet: sheet,
          ranges.count < Self.most
            ? "“\(text)” is no range of merged cells"
            : "it has more than \(Self.most) merged cells")
      }
      ranges.append(range)
    }
    ranges.sort { $0.first < $1.first }
  }

  /// Whether the letters of the element occur anywhere, which is sooner found than read.
  private static func mayHaveSome(_ reader: ZipEntryReader) throws -> Bool {
    let wanted = Array("mergeCell".utf8)
    var bytes: [UInt8] = []
    while true {
      var failure: (any Error)?
      let kept = Array(bytes.suffix(wanted.count - 1))
      bytes = [UInt8](unsafeUninitializedCapacity: kept.count + 65_536) { buffer, count in
        let room = UnsafeMutableRawBufferPointer(buffer)
        room.copyBytes(from: kept)
        let free = UnsafeMutableRawBufferPointer(rebasing: room[kept.count...])
        var output = OutputRawSpan(buffer: free, initializedCount: 0)
        do { try reader.read(into: &output) } catch { failure = error }
        count = kept.count + output.finalize(for: free)
      }
      if let failure { throw failure }
      if bytes.count == kept.count { return false }
      for start in bytes.indices.dropLast(wanted.count - 1)
      where bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
      {
        return true
      }
    }
  }

  /// Goes to a row, which is not before the last one asked for.
  mutating func go(to row: Int) {
    active.removeAll { $0.last.row < row }
    while next < ranges.count, ranges[next].first.row <= row {
      if ranges[next].last.row >= row { active.append(ranges[next]) }
      next += 1
    }
  }

  /// The range that covers a cell of the row without beginning there.
  func range(covering place: CellPlace) -> CellRange? {
    active.first { $0.first != place && $0.contains(place) }
  }
}
