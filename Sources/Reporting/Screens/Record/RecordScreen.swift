internal import Ledger
public import SQLite
internal import Tabular

/// One screen on one record: what is known of it, what belongs to it, and who says so. Numbers in
/// brackets are those of the sources at its end.
public enum RecordScreen {
  /// The screen of every record with a key or a name.
  ///
  /// - Parameter width: the width of the terminal; nil for lists as wide as they are.
  /// - Throws: `LedgerError.unknownRecord` when there is none.
  public static func text(
    of text: String, width: Int?, style: TerminalStyle = .plain,
    in connection: borrowing Connection
  ) throws -> String {
    let key = try RecordLookup.key(of: text, in: connection)
    var texts: [String] = []
    for (kind, number) in try RecordLookup.rows(of: key, in: connection) {
      var page = RecordPage(
        record: Record(kind: kind, key: key, number: number), width: width, style: style)
      texts.append(try page.text(in: connection))
    }
    return texts.joined(separator: "\n")
  }

  /// The record that is shown.
  struct Record {
    let kind: String
    let key: String
    let number: Int64

    var view: String { RecordTables.naming(of: kind)?.view ?? kind }
    var keyColumn: String { RecordTables.naming(of: kind)?.keyColumn ?? "key" }
  }
}

/// The screen of one record, as it is put together.
struct RecordPage {
  let record: RecordScreen.Record
  let width: Int?
  let style: TerminalStyle
  private var footnotes = Footnotes()

  /// How wide text is where nobody says.
  private static let usualWidth = 100

  init(record: RecordScreen.Record, width: Int?, style: TerminalStyle) {
    self.record = record
    self.width = width
    self.style = style
  }

  mutating func text(in connection: borrowing Connection) throws -> String {
    let isSource = record.kind == "source"
    // The record's own source is number 1.
    let own = isSource ? [] : try footnotes.numbers(of: record.key, in: connection)
    var text = try facts(own, in: connection)
    for section in RecordSection.all(of: record.kind) {
      text += try section.text(
        of: record.key, width: width, style: style, footnotes: &footnotes, in: connection)
    }
    return text + (isSource ? "" : sources)
  }

  /// The heading, and the columns that hold something.
  private mutating func facts(_ own: [Int], in connection: borrowing Connection) throws -> String {
    let result = try QueryRunner.run(
      "SELECT * FROM \(record.view) WHERE \(record.keyColumn) = :key",
      values: ["key": record.key], in: connection)
    guard let row = result.rows.first else { return "" }
    let columns = result.columns.map(\.name)
    let heading = RecordHeading(record, columns: columns, row: row)
    var facts = RecordFacts.all(
      of: row, columns: columns, units: try units(in: connection), headed: heading.columns)
    facts += try PartyFacts.all(of: record, in: connection)
    let contested = try ContestedValues.columns(
      of: record.kind, key: record.key, in: connection)
    let cites = try citesByColumn(in: connection)
    for index in facts.indices {
      facts[index].isContested = !contested.isDisjoint(with: facts[index].columns)
      let numbers = Set(facts[index].columns.flatMap { cites[$0] ?? [] })
      // What the record's own source says needs no number on every line.
      facts[index].cites = numbers == Set(own.prefix(1)) ? [] : numbers.sorted()
    }
    let list = FactList(width: width ?? Self.usualWidth, style: style)
    let isHeadingContested = !contested.isDisjoint(with: heading.columns)
    return heading.text(own, isContested: isHeadingContested, style: style)
      + list.text(of: facts) + note(contested)
  }

  private func note(_ contested: Set<String>) -> String {
    contested.isEmpty
      ? ""
      : "\ncontested: sources differ, and no reason settles it; see deals trace \(record.key)\n"
  }

  /// The sources of what is said of single attributes, by the columns that show these.
  private mutating func citesByColumn(
    in connection: borrowing Connection
  ) throws -> [String: [Int]] {
    let claims = try connection.query(
      """
      SELECT c.attribute, c.key FROM claim c
      WHERE c.record_table = ? AND c.record_id = ? AND c.stance IN ('preferred', 'supports')
      ORDER BY c.stance, c.id
      """, [record.kind, record.number]
    ) { row in (attribute: try row(0, as: String.self), key: try row(1, as: String.self)) }
    var cites: [String: [Int]] = [:]
    for claim in claims {
      let numbers = try footnotes.numbers(of: claim.key, in: connection)
      for column in ContestedValues.columns(showing: claim.attribute) {
        cites[column, default: []] += numbers
      }
    }
    return cites
  }

  /// The unit of each column of the view that has one, as the ledger's dictionary says.
  private func units(in connection: borrowing Connection) throws -> [String: String] {
    let rows = try connection.query(
      """
      SELECT "column", unit FROM data_dictionary
      WHERE object = ? AND "column" IS NOT NULL AND unit IS NOT NULL
      """, [record.view]
    ) { row in (try row(0, as: String.self), try row(1, as: String.self)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// The sources by their numbers.
  private var sources: String {
    guard !footnotes.sources.isEmpty else { return "" }
    let facts = footnotes.sources.enumerated().map { index, source in
      Fact(label: "[\(index + 1)]", text: source.line)
    }
    let list = FactList(width: width ?? Self.usualWidth, style: style)
    return "\n\(style.bold("Sources"))\n" + list.text(of: facts)
  }
}
