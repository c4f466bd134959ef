import Tabular
import Workbooks

/// A first rules file for a table: what its headers tell, and the rest as comments.
public struct RulesDraft {
  /// The rules file.
  public let text: String

  /// Drafts rules.
  ///
  /// - Parameter headerLine: The line of the header; nil for the first of twenty lines that names
  ///   the most known columns.
  /// - Throws: `InputRefused`, or what the source throws.
  public init(_ input: UnpackedInput, options: InputOptions, headerLine: Int?) throws {
    var style = WorksheetTextOptions()
    style.firstRow = headerLine ?? 1
    let table = try input.table(options, worksheet: style)
    let bytes = try PeekedPieces.read(1 << 18, from: table.read)
    let lines = Self.lines(bytes, table)
    let best =
      headerLine.map { wanted in lines.first { $0.number == wanted } }
      ?? lines.prefix(20).max { Self.known($0.cells) < Self.known($1.cells) }
    guard let best, best.cells.contains(where: { !$0.isEmpty }) else {
      throw InputRefused(input.name, "no line looks like a header", hint: "say --header-line")
    }
    text = Self.draft(best.cells, line: best.number, options)
  }

  /// The lines of a text cut into cells by the delimiter that most of them hold.
  private static func lines(
    _ bytes: [UInt8], _ table: TableInput
  ) -> [(number: Int, cells: [String])] {
    var found: [(number: Int, cells: [String])] = []
    let text = String(decoding: bytes, as: UTF8.self)
    let delimiter = table.options.dialect?.delimiter ?? Self.delimiter(of: text)
    var options = DelimitedOptions(
      dialect: DelimitedDialect(delimiter: Unicode.Scalar(delimiter)), acceptsShortRecords: true)
    for (index, line) in text.split(
      maxSplits: 60, omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).prefix(60).enumerated() where !line.isEmpty {
      options.firstLine = index + table.options.firstLine
      var rest = Array(line.utf8)[...]
      var reader = DelimitedReader(options: options) { output in
        while let byte = rest.first, output.freeCapacity > 0 {
          output.append(byte, as: UInt8.self)
          rest.removeFirst()
        }
      }
      guard case .record? = try? reader.next() else { continue }
      let cells = (0..<reader.record.count).map { CellWords.trimmed(reader.record.text($0)) }
      found.append((options.firstLine, cells))
    }
    return found
  }

  private static func delimiter(of text: String) -> UInt8 {
    let marks: [UInt8] = [0x09, 0x3B, 0x2C, 0x7C]
    let counts = marks.map { mark in text.utf8.prefix(1 << 14).count { $0 == mark } }
    let most = counts.max() ?? 0
    return marks[counts.firstIndex(of: most) ?? 2]
  }

  private static func known(_ cells: [String]) -> Int {
    2 * cells.count { meaning(of: $0) != nil } + cells.count { !$0.isEmpty }
  }

  /// What a header means in a deal sheet: by its name, also before a unit.
  private static func meaning(of header: String) -> SheetColumn? {
    if let column = SheetColumn.named(header) { return column }
    let plain = header.prefix { $0 != "(" && $0 != "[" && $0 != "," }
    return plain.isEmpty ? nil : SheetColumn.named(String(plain))
  }

  private static func draft(_ headers: [String], line: Int, _ options: InputOptions) -> String {
    var lines = ["# Which columns hold what: see Docs/Rules.md.", "to: deal_sheet"]
    if let sheet = options.worksheet { lines.append("sheet: \(quoted(sheet))") }
    if let encoding = options.encoding { lines.append("encoding: \(encoding.rawValue)") }
    if line != 1 { lines.append("header_line: \(line)") }
    lines += [
      "# decimal: \",\"        # what begins the decimals",
      "# dates: day-first    # or month-first",
      "# language: en        # for amounts and months in words",
      "# currency: USD       # of amounts that name none", "fields:",
    ]
    var taken: Set<SheetColumn> = []
    var unread: [String] = []
    for header in headers where !header.isEmpty {
      guard let column = meaning(of: header), taken.insert(column).inserted else {
        unread.append(header)
        continue
      }
      let name = column.names[0]
      let unit = [
        ScaleWords.currency(inHeader: header), ScaleWords.exponent(inHeader: header)?.word,
      ].compactMap(\.self).joined(separator: " ")
      let isAmount = ValueReading.Kind(of: column) == .amount
      lines.append(
        unit.isEmpty || !isAmount
          ? "  \(name): \(quoted(header))"
          : "  \(name): {column: \(quoted(header)), unit: \(quoted(unit))}")
    }
    for needed in [SheetColumn.issuer, .instrument] where !taken.contains(needed) {
      lines.append("  \(needed.names[0]): ?    # write the header of its column, or {value: …}")
    }
    if !unread.isEmpty {
      lines.append("# Not known; name the field each of them holds, or leave it out on purpose:")
      lines += unread.map { "#   : \(quoted($0))" }
      lines.append("# ignore: [\(unread.map(quoted).joined(separator: ", "))]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    return "\"\(escaped)\""
  }
}
