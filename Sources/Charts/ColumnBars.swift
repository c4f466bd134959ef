/// Bars that grow upwards, a place along the axis for each category.
struct ColumnBars {
  /// What the numbers of the axis take, in pixels.
  static let margin = 44.0
  /// The least a category needs, in pixels.
  static let leastSlot = 30.0
  private static let size = 12.0
  private static let plot = 240.0

  private let chart: BarChart
  private let width: Double
  private let slot: Double

  init(_ chart: BarChart, width: Double) {
    self.chart = chart
    self.width = width
    slot = (width - Self.margin) / Double(max(1, chart.categories.count))
  }

  func drawing() -> Drawing {
    var canvas = Canvas()
    let legend = chart.legend.draw(on: &canvas, y: 0, width: width)
    canvas.text(chart.unit, x: 0, y: legend + 11, class: "quiet")
    let (top, bottom) = (legend + 24, legend + 24 + Self.plot)
    let scale = Scale(to: chart.greatest, start: bottom, end: top, count: 5)
    for tick in scale.ticks {
      let y = scale.place(tick)
      canvas.line(fromX: Self.margin, fromY: y, toX: width, toY: y, class: "grid")
      canvas.text(
        scale.label(tick), x: Self.margin - 8, y: y + 4, class: "quiet", anchor: .end)
    }
    var lowest = 0
    for category in chart.categories.indices {
      let x = Self.margin + (Double(category) + 0.5) * slot
      draw(category, x: x, on: &canvas, scale)
      let lines = TextMeasure.lines(
        chart.categories[category], width: slot + 4, size: Self.size, atMost: 3)
      for (index, line) in lines.enumerated() {
        canvas.text(
          line, x: x, y: bottom + 17 + Double(index) * 14, class: "quiet", anchor: .middle)
      }
      lowest = max(lowest, lines.count)
    }
    canvas.line(fromX: Self.margin, fromY: bottom, toX: width, toY: bottom, class: "base")
    return Drawing(
      width: width, height: bottom + 10 + Double(lowest) * 14, elements: canvas.elements)
  }

  private func draw(_ category: Int, x: Double, on canvas: inout Canvas, _ scale: Scale) {
    let lanes = BarPieces(chart, category: category).lanes
    let bars = min(slot * 0.74, Double(lanes.count) * 40)
    let lane = bars / Double(max(1, lanes.count))
    for (index, pieces) in lanes.enumerated() {
      for piece in pieces {
        let inset = lane * piece.inset
        canvas.rectangle(
          x: x - bars / 2 + Double(index) * lane + inset + 0.5, y: scale.place(piece.to),
          width: lane - 2 * inset - 1, height: scale.place(piece.from) - scale.place(piece.to),
          class: piece.name, title: piece.title)
      }
    }
    let label = chart.label(category, chart.series)
    guard lanes.count == 1, TextMeasure.width(label, size: Self.size) <= slot + 2 else { return }
    let end = scale.place(lanes[0].map(\.to).max() ?? 0)
    canvas.text(label, x: x, y: end - 5, class: "strong", anchor: .middle)
  }
}
