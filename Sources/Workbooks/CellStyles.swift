internal import Markup

/// What the styles of a workbook make of numbers.
struct CellStyles: Sendable {
  /// The format of each style, in the order in which cells name them.
  private var formats: [NumberFormat] = []

  /// The most styles that are kept; spreadsheets have at most 64,000.
  private static let mostStyles = 100_000

  subscript(style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }

  /// Reads the part of a workbook that holds them.
  mutating func read(_ reader: XMLReader) throws {
    var own: [Int: NumberFormat] = [:]
    while let event = try reader.next() {
      guard case .start(let tag) = event, reader.path.count == 3 else { continue }
      switch reader.path[1] {
      case "numFmts" where tag.name == "numFmt":
        if let number = tag["numFmtId"].flatMap({ Int($0) }), let code = tag["formatCode"] {
          own[number] = NumberFormat(code: code)
        }
      case "cellXfs" where tag.name == "xf" && formats.count < Self.mostStyles:
        let number = tag["numFmtId"].flatMap { Int($0) } ?? 0
        // What the workbook itself says of a number comes first.
        formats.append(own[number] ?? NumberFormat(builtIn: number) ?? .number)
      default: break
      }
    }
  }
}
