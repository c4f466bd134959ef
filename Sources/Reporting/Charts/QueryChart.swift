public import Charts
public import Ledger
internal import SQLite

/// The picture of a saved query's answer, as its header asks for it.
///
/// ```
/// -- chart: bar CATEGORY VALUE …        bars to the right, each value within the one before
/// -- chart: column CATEGORY VALUE …     bars upwards, values on top of each other
/// -- chart: network FROM TO VALUE …     arrows, one kind a value
/// ```
///
/// A category of several columns, `definition+is_private`, tells rows apart that one would not.
/// A value `x_high` whose answer has `x_low` too is drawn from the one to the other.
public struct QueryChart {
  /// The picture.
  public let chart: any Chart
  /// How many rows of the answer it shows.
  public let shown: Int

  /// The most bars of a picture.
  static let most = 30

  /// - Returns: nil for a query without a picture, and for an answer with nothing to draw.
  public init?(of query: SavedQuery, _ result: ResultSet) {
    guard let words = query.chart?.split(separator: " ").map(String.init), words.count > 2 else {
      return nil
    }
    let answer = Columns(query, result)
    let made: (chart: any Chart, shown: Int)? =
      switch words[0] {
      case "bar": answer.bars(words[1], Array(words.dropFirst(2)), .nested, .rows)
      case "column": answer.bars(words[1], Array(words.dropFirst(2)), .stacked, .columns)
      case "network" where words.count > 3:
        answer.network(words[1], words[2], Array(words.dropFirst(3)))
      default: nil
      }
    guard let made else { return nil }
    (chart, shown) = made
  }
}

/// The columns of an answer that a picture is made of.
private struct Columns {
  private let query: SavedQuery
  private let rows: [ResultRow]
  private let names: Set<String>

  init(_ query: SavedQuery, _ result: ResultSet) {
    self.query = query
    rows = result.byName
    names = Set(result.columns.map(\.name))
  }

  func bars(
    _ category: String, _ values: [String], _ arrangement: BarChart.Arrangement,
    _ direction: BarChart.Direction
  ) -> (any Chart, Int)? {
    let known = rows.filter { row in values.contains { row.number($0) != nil } }
    guard let unit = values.first.map(unit), !known.isEmpty else { return nil }
    let shown = Array(known.prefix(QueryChart.most))
    let tones = arrangement == .nested && values.count > 1 ? [.grey] + Tone.allCases : Tone.allCases
    let chart = BarChart(
      categories: shown.map { label(of: $0, category) },
      series: zip(values, tones).map { value, tone in
        BarChart.Series(
          ReportWords.plain(stem(value)), tone, shown.map { span(value, $0, unit.scale) })
      }, arrangement: arrangement, direction: direction, unit: unit.name)
    return (chart, shown.count)
  }

  func network(_ from: String, _ to: String, _ values: [String]) -> (any Chart, Int)? {
    var places: [String: Int] = [:]
    var nodes: [String] = []
    func place(_ name: String) -> Int {
      if let place = places[name] { return place }
      places[name] = nodes.count
      nodes.append(name)
      return nodes.count - 1
    }
    guard let unit = values.first.map(unit) else { return nil }
    let tones = Tone.allCases
    let shown = rows.prefix(QueryChart.most * 2)
    let edges = shown.flatMap { row in
      values.enumerated().map { kind, value in
        let amount = row.number(value).map { $0 / unit.scale }
        // What is bought flows the other way: its payer is named second.
        let isBack = kind > 0
        let (first, second) = (place(row.text(from)), place(row.text(to)))
        return NetworkChart.Edge(
          from: isBack ? second : first, to: isBack ? first : second, amount: amount, kind: kind,
          title: "\(ReportWords.plain(stem(value))): "
            + (amount.map { HumanNumber.fixed($0, decimals: 2) } ?? "unknown"))
      }
    }
    guard !edges.isEmpty else { return nil }
    let kinds = zip(values, tones).map { (ReportWords.plain(stem($0)), $1) }
    return (
      NetworkChart(nodes: nodes, edges: edges, unit: unit.name, kinds: kinds, mark: ""),
      shown.count
    )
  }

  /// The text of a category, of one column or several; a number as it is.
  private func label(of row: ResultRow, _ names: String) -> String {
    names.split(separator: "+").map(String.init).enumerated().map { index, name in
      let text = row.text(name)
      let plain = text.isEmpty ? row.number(name).map(HumanNumber.plain) : text
      let words = ReportWords.plain(plain ?? "not said")
      // A bare yes does not say to what.
      let isAnswer = index > 0 && ["yes", "no", "unknown"].contains(words)
      return isAnswer ? "\(ReportWords.plain(name)) \(words)" : words
    }.joined(separator: ", ")
  }

  /// `face_high` as `face`, where there are both ends.
  private func stem(_ value: String) -> String {
    value.hasSuffix("_high") && names.contains(lower(value)) ? String(value.dropLast(5)) : value
  }

  private func lower(_ value: String) -> String { value.dropLast(5) + "_low" }

  private func span(_ value: String, _ row: ResultRow, _ scale: Double) -> Span? {
    if stem(value) != value, let low = row.number(lower(value)) {
      return Span(low: low / scale, high: row.number(value).map { $0 / scale })
    }
    return row.number(value).map { Span($0 / scale) }
  }

  /// The currency of the rows, where they say it.
  private var currency: String {
    rows.lazy.map { $0.text("currency") }.first { !$0.isEmpty } ?? "USD"
  }

  /// What a column is drawn in.
  private func unit(_ column: String) -> (name: String, scale: Double) {
    switch query.columns.first(where: { $0.name == column })?.unit {
    case "USD": ("bn USD", 1e9)
    case "money": ("bn \(currency)", 1e9)
    case "percent": ("%", 1)
    case "basis points": ("bp", 1)
    case let unit?: (unit, 1)
    case nil: ("", 1)
    }
  }
}
