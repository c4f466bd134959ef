internal import Ledger

extension ResultOrigin {
  /// As a footer of Markdown: what was asked, of what, and the numbered sources.
  public var markdown: String {
    var lines = ["**\(MarkdownFormat.escaped(title))**"]
    if let definition { lines[0] += " " + MarkdownFormat.escaped(definition) }
    let asked = MarkdownFormat.code(query ?? command ?? "deals sql")
    lines += ["", asked + values + MarkdownFormat.escaped(stamp.line)]
    if let coverage { lines[2] += "; \(CoverageLine.text(coverage))" }
    if query == nil, let sql { lines += ["", "```sql", sql, "```"] }
    lines += assumptions.isEmpty ? [] : [""]
    lines += assumptions.map { "- \(MarkdownFormat.escaped($0))" }
    guard !sources.listed.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    lines += ["", "Sources", ""]
    for (index, source) in sources.listed.enumerated() {
      lines.append("\(index + 1). \(Self.entry(source))")
    }
    if let more = moreSourcesLine { lines += ["", "… \(more)"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private var values: String {
    guard !parameters.isEmpty else { return "; " }
    let words = parameters.map { parameter in
      "\(parameter.name) \(parameter.value ?? "–")\(parameter.isGiven ? "" : " by default")"
    }
    return " with " + MarkdownFormat.escaped(words.joined(separator: ", ")) + "; "
  }

  /// A source with its title linked, where its address is one of the web.
  private static func entry(_ source: CitedSource) -> String {
    let title = MarkdownFormat.escaped(source.title)
    let words: [String?] = [
      link(source.url).map { "[\(title)](\($0))" } ?? title,
      MarkdownFormat.escaped(source.publisher),
      source.dayWords, source.gradeWords,
    ]
    return words.compactMap { $0 }.joined(separator: ", ")
  }

  /// An address of the web, with what would end a link in Markdown written out.
  private static func link(_ url: String?) -> String? {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
    return url.utf8.reduce(into: "") { text, byte in
      let isPlain = byte > 0x20 && byte < 0x7F && !"<>()[]\\\"".utf8.contains(byte)
      text += isPlain ? String(UnicodeScalar(byte)) : "%" + MachineCell.hexadecimal([byte])
    }
  }
}
