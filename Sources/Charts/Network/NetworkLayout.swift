internal import Glibc

/// Where names and arrows of a network stand: the name with most partners in the middle, the
/// others around it in the order in which the fewest arrows cross.
struct NetworkLayout {
  /// The field of a name.
  struct Box {
    let x, y, width, height: Double

    /// A rectangle with round ends.
    var outline: String {
      let (radius, straight) = (height / 2, max(0, width - height))
      func text(_ number: Double) -> String { NumberText.coordinate(number) }
      return "M\(text(x - straight / 2)) \(text(y - radius))h\(text(straight))"
        + "a\(text(radius)) \(text(radius)) 0 0 1 0 \(text(height))h\(text(-straight))"
        + "a\(text(radius)) \(text(radius)) 0 0 1 0 \(text(-height))z"
    }
  }

  let boxes: [Box]
  let labels: [String]
  let curves: [EdgeCurve]

  init(_ chart: NetworkChart, width: Double, height: Double, top: Double) {
    let order = RingOrder(count: chart.nodes.count, pairs: chart.edges.map { ($0.from, $0.to) })
    let most = width < 480 ? 92.0 : 130.0
    let labels = chart.nodes.map {
      TextMeasure.fitted($0, width: most, size: NetworkChart.size + 1)
    }
    let widths = labels.map { TextMeasure.width($0, size: NetworkChart.size + 1) + 18 }
    let widest = widths.max() ?? 0
    let (middleX, middleY) = (width / 2, top + height / 2)
    let (radiusX, radiusY) = ((width - widest) / 2 - 2, height / 2 - 22)
    var boxes = chart.nodes.indices.map { node in
      Box(x: middleX, y: middleY, width: widths[node], height: 24)
    }
    for (place, node) in order.ring.enumerated() {
      let angle = 2 * Double.pi * Double(place) / Double(order.ring.count) - .pi / 2
      boxes[node] = Box(
        x: middleX + radiusX * cos(angle), y: middleY + radiusY * sin(angle),
        width: widths[node], height: 24)
    }
    self.boxes = boxes
    self.labels = labels
    curves = Self.curves(of: chart, boxes, inwards: (middleX, middleY))
  }

  /// Arrows between the same two are set apart, the others bend a little to the middle.
  private static func curves(
    of chart: NetworkChart, _ boxes: [Box], inwards middle: (Double, Double)
  ) -> [EdgeCurve] {
    func pair(_ edge: NetworkChart.Edge) -> [Int] {
      [min(edge.from, edge.to), max(edge.from, edge.to)]
    }
    let groups = Dictionary(grouping: chart.edges.indices) { pair(chart.edges[$0]) }
    return chart.edges.indices.map { index in
      let edge = chart.edges[index]
      let group = groups[pair(edge)] ?? [index]
      let place = Double(group.firstIndex(of: index) ?? 0) - Double(group.count - 1) / 2
      let side = edge.from < edge.to ? 1.0 : -1
      return EdgeCurve(
        from: boxes[edge.from], to: boxes[edge.to], bend: place * side * 34,
        pull: group.count > 1 ? 0.1 : 0.16, towards: middle)
    }
  }
}
