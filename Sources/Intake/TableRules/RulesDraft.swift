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
    2 * cells.count { TradeHeaders.meaning(of: $0) != nil }
      + cells.count { $0.contains(where: \.isLetter) }
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
    var fields = DraftFields()
    var unread: [String] = []
    for header in headers where !header.isEmpty {
      if !fields.add(header) { unread.append(header) }
    }
    lines += fields.finished()
    if !unread.isEmpty {
      lines.append("# Not known; name the field each of them holds, or leave it out on purpose:")
      lines += unread.map { "#   : \(quoted($0))" }
      lines.append("# ignore: [\(unread.map(quoted).joined(separator: ", "))]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  fileprivate static func quoted(_ text: String) -> String {
    let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    return "\"\(escaped)\""
  }
}

/// The fields of a draft, each from the first header that means it.
private struct DraftFields {
  private var lines: [String] = []
  private var taken: Set<String> = []
  private var tranche: String?

  /// Adds what a header means.
  ///
  /// - Returns: whether it means anything that no header before it does.
  mutating func add(_ header: String) -> Bool {
    let quoted = RulesDraft.quoted(header)
    switch TradeHeaders.meaning(of: header) {
    case nil: return false
    case .rate?: return take("rate", quoted)
    case .parties(let role)?:
      guard take("lender", quoted) else { return false }
      _ = take("role", "{value: \(role)}")
      return true
    case .sheet(let column)?:
      if column == .tranche { tranche = tranche ?? quoted }
      let name = column.names[0]
      guard ValueReading.Kind(of: column) == .amount else { return take(name, quoted) }
      let currency = TradeHeaders.currency(in: header)
      let unit = [currency?.code, ScaleWords.exponent(inHeader: header)?.word]
        .compactMap(\.self).joined(separator: " ")
      guard !unit.isEmpty else { return take(name, quoted) }
      let guess = currency?.isGuess == true ? "    # if $ is that of the United States" : ""
      return take(name, "{column: \(quoted), unit: \(RulesDraft.quoted(unit))}" + guess)
    }
  }

  private mutating func take(_ name: String, _ rule: String) -> Bool {
    guard taken.insert(name).inserted else { return false }
    lines.append("  \(name): \(rule)")
    return true
  }

  /// The lines, with what a deal sheet cannot be without.
  mutating func finished() -> [String] {
    if let tranche, !taken.contains("instrument") {
      _ = take("instrument", tranche + "    # its words, or words: {A: term_loan}")
    }
    for needed in ["issuer", "instrument"] {
      _ = take(needed, "?    # write the header of its column, or {value: …}")
    }
    return lines
  }
}
