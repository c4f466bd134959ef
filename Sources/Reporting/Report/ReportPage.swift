internal import Charts
internal import Ledger
public import SQLite
internal import Templates

/// The report: one page of HTML that needs nothing beside it.
public enum ReportPage {
  /// The whole page.
  ///
  /// - Throws: `SQLiteError` where sources cannot be looked up; `TemplateProblem` for a mistake in
  ///   the program.
  public static func html(
    _ answers: ReportAnswers, in connection: borrowing Connection
  ) throws -> String {
    var footnotes = Footnotes()
    let sections = try ReportParts.chosen(answers.options).map { part in
      try SectionValues(part.make(part, answers), answers).value(&footnotes, in: connection)
    }
    let cited = footnotes.sources.enumerated().map { SourceValues.value($1, number: $0 + 1) }
    let hasFigures = answers.options.only.isEmpty
    let values: [String: TemplateValue] = [
      "stamp": .text(answers.stamp.line), "as_of": .text(answers.options.asOf),
      "standpoint": .text(standpoint(answers)), "size": .text(words(answers.size)),
      "currency": .text(answers.options.currency ?? "USD"),
      "figures": .list(hasFigures ? KeyFigures.all(answers).map { value($0, answers) } : []),
      "has_figures": .flag(hasFigures),
      "contents": .list(
        ReportParts.chosen(answers.options).map { part in
          .object(["id": .text(part.id), "title": .text(part.title)])
        }),
      "sections": .list(sections), "sources": .list(cited),
      "has_sources": .flag(!cited.isEmpty),
      "style": .text(PageFile.text("page.css")), "chart_style": .text(ChartStyle.rules),
      "light": .text(ChartStyle.light), "dark": .text(ChartStyle.dark),
    ]
    return try Template(PageFile.text("page.mustache"), parts: PageFile.parts)
      .rendered(with: values)
  }

  private static func value(_ figure: KeyFigure, _ answers: ReportAnswers) -> TemplateValue {
    .object([
      "label": .text(figure.label), "figure": .list(figure.figure.pieces),
      "note": figure.note.value, "part": .text(figure.part.id),
      "rows": .text(figure.rows),
      "definitions": .list(
        [figure.answer, figure.other].compactMap(\.self)
          .map { DefinitionValues.value($0, answers) }),
    ])
  }

  /// Which state of the ledger the page tells.
  private static func standpoint(_ answers: ReportAnswers) -> String {
    let earlier = answers.options.earlier
    return [
      earlier.knownAt.map { "as this ledger knew it at \($0)" },
      earlier.publishedBy.map { "by what was published until \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  private static func words(_ size: LedgerSize) -> String {
    [
      ReportWords.count(size.deals, "deal"), ReportWords.count(size.tranches, "tranche"),
      ReportWords.count(size.contracts, "contract"),
      ReportWords.count(size.claims, "claim"), ReportWords.count(size.sources, "source"),
    ].joined(separator: ", ")
  }
}

/// The templates and the style of the page, which are built into the program.
enum PageFile {
  static func text(_ name: String) -> String {
    guard let file = embeddedFiles.first(where: { $0.path == "Report/Page/\(name)" }) else {
      preconditionFailure("\(name) is not built into the program")
    }
    return file.text
  }

  /// The templates that others include, by name.
  static var parts: [String: String] {
    ["part-figure", "part-section", "part-text", "part-definition", "part-source"].reduce(
      into: [:]
    ) { parts, name in
      let text = text("\(name).mustache")
      // The end of a file is no blank in the middle of a sentence.
      parts[name] = String(text.hasSuffix("\n") ? text.dropLast() : text[...])
    }
  }
}
