/// Who gives to whom: names, and arrows as wide as what flows.
public struct NetworkChart: Chart {
  /// An arrow.
  public struct Edge: Sendable {
    let from, to: Int
    let amount: Double?
    let kind: Int
    let isMarked: Bool
    let title: String

    /// An arrow between nodes by their places.
    ///
    /// - Parameters:
    ///   - amount: nil where nobody gives one; the arrow is dashed then.
    ///   - kind: which of the chart's kinds it is.
    ///   - isMarked: whether it bears the chart's sign.
    ///   - title: what a pointer is told.
    public init(
      from: Int, to: Int, amount: Double?, kind: Int, isMarked: Bool = false, title: String
    ) {
      self.from = from
      self.to = to
      self.amount = amount
      self.kind = kind
      self.isMarked = isMarked
      self.title = title
    }
  }

  let nodes: [String]
  let edges: [Edge]
  let kinds: [(name: String, tone: Tone)]
  let mark: String
  let unit: String
  private let greatest: Double

  static let size = 12.0

  /// A chart.
  ///
  /// - Parameters:
  ///   - unit: of the amounts, which stand beside the widest arrows.
  ///   - kinds: what an arrow can be, with its colour.
  ///   - mark: what the sign on an arrow means.
  public init(
    nodes: [String], edges: [Edge], unit: String, kinds: [(name: String, tone: Tone)],
    mark: String
  ) {
    self.unit = unit
    self.nodes = nodes
    self.edges = edges.filter { $0.from != $0.to }
    greatest = self.edges.compactMap(\.amount).max() ?? 0
    self.kinds = kinds
    self.mark = mark
  }

  /// Draws it at a width in CSS pixels.
  public func drawing(width: Double) -> Drawing {
    var canvas = Canvas()
    let top = legend.draw(on: &canvas, y: 0, width: width) + 8
    let height = width < 480 ? width * 1.35 : width * 0.68
    let layout = NetworkLayout(self, width: width, height: height, top: top)
    // Thin arrows lie over wide ones.
    for index in edges.indices.sorted(by: { widthOf($0) > widthOf($1) }) {
      draw(index, layout, on: &canvas)
    }
    for index in edges.indices { drawAmount(index, layout, on: &canvas) }
    for (node, box) in layout.boxes.enumerated() {
      canvas.path(box.outline, class: "node", title: nodes[node])
      canvas.text(
        layout.labels[node], x: box.x, y: box.y + 4, class: "strong", anchor: .middle)
    }
    return Drawing(width: width, height: top + height, elements: canvas.elements)
  }

  /// Whether an arrow is so wide that its amount is told beside it.
  private func isWide(_ edge: Edge) -> Bool {
    edge.amount.map { $0 >= greatest / 15 } ?? false
  }

  private func drawAmount(_ index: Int, _ layout: NetworkLayout, on canvas: inout Canvas) {
    let edge = edges[index]
    guard let amount = edge.amount, isWide(edge) else { return }
    let middle = layout.curves[index].point(at: 0.55)
    canvas.text(
      NumberText.short(amount) + (edge.isMarked ? " ×" : ""), x: middle.x, y: middle.y + 4,
      class: "halo", anchor: .middle)
  }

  private var legend: Legend {
    var entries: [(Legend.Key, String)] = kinds.map {
      (.line($0.tone, isDashed: false), $0.name)
    }
    if edges.contains(where: { $0.amount == nil }) {
      entries.append((.line(.grey, isDashed: true), "amount unknown"))
    }
    if edges.contains(where: isWide) { entries.append((.sign("12"), unit)) }
    if edges.contains(where: \.isMarked) { entries.append((.sign("×"), mark)) }
    return Legend(entries: entries)
  }

  private func widthOf(_ index: Int) -> Double {
    guard let amount = edges[index].amount, greatest > 0 else { return 1.5 }
    return 1.5 + 6.5 * (max(0, amount) / greatest).squareRoot()
  }

  private func draw(_ index: Int, _ layout: NetworkLayout, on canvas: inout Canvas) {
    let (edge, curve) = (edges[index], layout.curves[index])
    let tone = kinds[edge.kind].tone.rawValue
    let width = widthOf(index)
    canvas.path(
      curve.shaft(headLength: 5 + width),
      class: "edge \(tone)\(edge.amount == nil ? " dashed" : "")", strokeWidth: width,
      title: edge.title)
    canvas.path(curve.head(length: 6 + width, width: 5 + width), class: tone)
    if edge.isMarked, !isWide(edge) {
      let middle = curve.point(at: 0.5)
      canvas.text("×", x: middle.x, y: middle.y + 4, class: "strong", anchor: .middle)
    }
  }
}
