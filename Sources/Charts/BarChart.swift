/// Bars for categories: beside each other, on top of each other, or one within the other.
///
/// A range is a full bar to its least and a pale one from there to its most.
public struct BarChart: Chart {
  /// One bar a category.
  public struct Series: Sendable {
    /// What the legend calls it.
    public let name: String
    /// Its colour.
    public let tone: Tone
    /// A value a category; nil where nothing is known, which is told and not drawn as nothing.
    public let values: [Span?]

    /// One with what is given.
    public init(_ name: String, _ tone: Tone, _ values: [Span?]) {
      self.name = name
      self.tone = tone
      self.values = values
    }
  }

  /// How the bars of a category stand to each other.
  public enum Arrangement: Sendable {
    case beside, stacked
    /// Each within the one before, as parts of the same whole.
    case nested
  }

  /// Which way they grow.
  public enum Direction: Sendable {
    case rows
    /// Up, where there is room for the categories; else as rows.
    case columns
  }

  let categories: [String]
  let series: [Series]
  let arrangement: Arrangement
  let direction: Direction
  let unit: String

  /// A chart.
  ///
  /// - Parameters:
  ///   - unit: of the values, as `bn USD`; it stands at the axis.
  public init(
    categories: [String], series: [Series], arrangement: Arrangement = .beside,
    direction: Direction = .rows, unit: String
  ) {
    precondition(series.allSatisfy { $0.values.count == categories.count }, "a value a category")
    self.categories = categories
    self.series = series
    self.arrangement = arrangement
    self.direction = direction
    self.unit = unit
  }

  /// Draws it at a width in CSS pixels.
  public func drawing(width: Double) -> Drawing {
    let room = width - ColumnBars.margin
    return direction == .columns && room / Double(max(1, categories.count)) >= ColumnBars.leastSlot
      ? ColumnBars(self, width: width).drawing() : RowBars(self, width: width).drawing()
  }

  /// The greatest value that is drawn.
  var greatest: Double {
    categories.indices.map { index in
      let ends = series.compactMap { $0.values[index]?.end }
      return arrangement == .stacked ? ends.reduce(0, +) : ends.max() ?? 0
    }.max() ?? 0
  }

  /// What the colours mean; nothing where there is one and no range.
  var legend: Legend {
    let hasRanges = series.contains { $0.values.contains { $0.map { $0.high != $0.low } ?? false } }
    let fields: [(Legend.Key, String)] =
      series.count > 1 ? series.map { (.field($0.tone), $0.name) } : []
    let range: [(Legend.Key, String)] =
      hasRanges ? [(.range(series[0].tone), "between the least and the most")] : []
    return Legend(entries: fields + range)
  }

  /// What a pointer is told over a bar.
  func title(_ series: Series, _ category: Int) -> String {
    let value = series.values[category].map { "\($0.label) \(unit)" } ?? "unknown"
    return "\(categories[category]) · \(series.name): \(value)"
  }

  /// What stands at the end of a category: the sum of what is stacked, the outermost of what is
  /// nested.
  func label(_ category: Int, _ series: [Series]) -> String {
    let known = series.compactMap { $0.values[category] }
    guard let first = known.first else { return "unknown" }
    guard arrangement == .stacked, known.count > 1 else { return first.label }
    let high = known.allSatisfy { $0.high != nil } ? known.reduce(0) { $0 + $1.end } : nil
    return Span(low: known.reduce(0) { $0 + $1.low }, high: high).label
  }
}
