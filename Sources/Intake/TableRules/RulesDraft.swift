import Tabular

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
    let lines = try TableBeginning.lines(of: input, options, from: headerLine ?? 1)
    let best =
      headerLine.map { wanted in lines.first { $0.number == wanted } } ?? Self.header(among: lines)
    guard let best, best.cells.contains(where: { !$0.isEmpty }) else {
      throw InputRefused(input.name, "no line looks like a header", hint: "say --header-line")
    }
    text = Self.draft(best.cells, line: best.number, options)
  }

  /// The first of twenty lines that names the most columns: known ones before words of any kind.
  /// Titles above a header are few words, and the lines below it hold numbers and days.
  private static func header(among lines: [TableBeginning.Line]) -> TableBeginning.Line? {
    lines.prefix(20).max { names($0.cells) < names($1.cells) }
  }

  private static func names(_ cells: [String]) -> Int {
    2 * cells.count { meaning(of: $0) != nil } + cells.count { $0.contains(where: \.isLetter) }
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
