/// Bars that grow to the right, a row a category.
struct RowBars {
  private static let size = 12.0
  private let chart: BarChart
  private let width: Double
  /// On a narrow page names stand above their bars.
  private let isNarrow: Bool
  private let left: Double
  private let right: Double
  private let labels: [String]

  init(_ chart: BarChart, width: Double) {
    self.chart = chart
    self.width = width
    isNarrow = width < 480
    labels = chart.categories.indices.map { chart.label($0, chart.series) }
    let names = chart.categories.map { TextMeasure.width($0, size: Self.size) }.max() ?? 0
    left = isNarrow ? 6 : min(max(names, 60) + 10, width * 0.36)
    let numbers = labels.map { TextMeasure.width($0, size: Self.size) }.max() ?? 0
    right = width - min(numbers + 10, width * 0.45)
  }

  private var lanes: Int { chart.arrangement == .beside ? max(1, chart.series.count) : 1 }
  private var lane: Double { lanes > 1 ? 12 : 18 }
  private var row: Double { Double(lanes) * lane + (isNarrow ? 26 : 12) }

  func drawing() -> Drawing {
    var canvas = Canvas()
    let top = chart.legend.draw(on: &canvas, y: 0, width: width)
    let bottom = top + Double(chart.categories.count) * row + 4
    let scale = Scale(
      to: chart.greatest, start: left, end: right, count: isNarrow ? 3 : 5)
    for tick in scale.ticks {
      let x = scale.place(tick)
      canvas.line(fromX: x, fromY: top, toX: x, toY: bottom, class: "grid")
      canvas.text(scale.label(tick), x: x, y: bottom + 16, class: "quiet", anchor: .middle)
    }
    for category in chart.categories.indices {
      draw(category, y: top + Double(category) * row, on: &canvas, scale)
    }
    // Names stand over the line where there is no room beside it.
    if !isNarrow {
      canvas.line(fromX: left, fromY: top, toX: left, toY: bottom, class: "base")
    }
    if isNarrow {
      canvas.text(chart.unit, x: width, y: bottom + 32, class: "quiet", anchor: .end)
    } else {
      canvas.text(chart.unit, x: left - 12, y: bottom + 16, class: "quiet", anchor: .end)
    }
    return Drawing(
      width: width, height: bottom + (isNarrow ? 38 : 22), elements: canvas.elements)
  }

  private func draw(_ category: Int, y: Double, on canvas: inout Canvas, _ scale: Scale) {
    let bars = y + (isNarrow ? 20 : 6)
    let middle = bars + Double(lanes) * lane / 2 + 4
    let name = chart.categories[category]
    if isNarrow {
      canvas.text(
        TextMeasure.fitted(name, width: width, size: Self.size), x: 0, y: y + 15)
    } else {
      canvas.text(
        TextMeasure.fitted(name, width: left - 10, size: Self.size), x: left - 8, y: middle,
        anchor: .end)
    }
    let pieces = BarPieces(chart, category: category).lanes
    for (index, lanePieces) in pieces.enumerated() {
      for piece in lanePieces {
        let inset = lane * piece.inset
        canvas.rectangle(
          x: scale.place(piece.from), y: bars + Double(index) * lane + inset + 1,
          width: scale.place(piece.to) - scale.place(piece.from), height: lane - 2 * inset - 2,
          class: piece.name, title: piece.title)
      }
    }
    let end = scale.place(pieces.joined().map(\.to).max() ?? 0)
    if lanes == 1 {
      canvas.text(labels[category], x: end + 6, y: middle, class: "strong")
    } else {
      for (index, series) in chart.series.enumerated() {
        let reach = scale.place(series.values[category]?.end ?? 0)
        canvas.text(
          chart.label(category, [series]), x: reach + 6, y: bars + (Double(index) + 0.5) * lane + 4,
          class: "quiet")
      }
    }
  }
}
