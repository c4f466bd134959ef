public import SQLite

/// `Docs/Reproductions.md`: published figures, and what the ledger makes of them.
public enum ReproductionPage {
  /// The page in Markdown.
  public static func text(in connection: borrowing Connection) throws -> String {
    var text = """
      # Reproductions

      Figures that banks, agencies and newspapers have published, rebuilt from the records of the
      shipped ledger. Each says who stated it, what to ask, what comes out, and why the two differ.
      A test keeps this page as the ledger answers. US dollars, in billions where the unit is bn.

      | figure | stated by | stated | rebuilt | difference |
      |---|---|---|---|---|

      """
    var sections = ""
    for reproduction in try Reproduction.shipped() {
      let figure = try ReproducedFigure(reproduction, in: connection)
      text += row(figure)
      sections += section(figure)
    }
    return text + sections
  }

  private static func row(_ figure: ReproducedFigure) -> String {
    let statement = figure.statement
    let deviation = HumanNumber.fixed(figure.deviation * 100, decimals: 1)
    return "| \(statement.metric) | \(statement.statedBy ?? "the founding article") | "
      + "\(value(statement.value, statement)) | \(value(figure.rebuilt, statement)) | "
      + "\(deviation == "0.0" ? "none" : deviation + " %") |\n"
  }

  private static func section(_ figure: ReproducedFigure) -> String {
    let statement = figure.statement
    let key = figure.reproduction.statement
    var lines = ["\n## \(value(statement.value, statement)): \(statement.metric)\n"]
    let said = [
      statement.statedBy ?? "The founding article", statement.statedOn, statement.universe,
      statement.window,
    ]
    lines.append(said.compactMap(\.self).joined(separator: "; ") + ".")
    let title = statement.address.map { "[\(statement.source)](\($0))" } ?? statement.source
    lines.append("Source: \(title) (`\(key)`).\n")
    lines.append("```sh\n\(figure.reproduction.command)\n```\n")
    if figure.parts.count > 1 {
      let parts = figure.parts.map { "\(value($0.value, statement)) `\($0.key)`" }
      lines.append(
        "Comes to \(value(figure.rebuilt, statement)): \(parts.joined(separator: ", ")).")
    } else {
      lines.append("Comes to \(value(figure.rebuilt, statement)).")
    }
    lines.append(figure.reproduction.difference)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func value(_ value: Double, _ statement: ReproducedFigure.Statement) -> String {
    let number = HumanNumber.fixed(value, decimals: 1)
    return statement.unit == "percent" ? "\(number) %" : "\(number) \(statement.unit)"
  }
}
