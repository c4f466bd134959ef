/// Rows of dots along one axis: the least, the middle and the most of a group, or what was said one
/// time after the other.
public struct PointPlot: Chart {
  /// One dot, or a bar from its least to its most.
  public struct Point: Sendable {
    /// Where it stands.
    public let value: Span
    /// Which of the plot's kinds it is.
    public let kind: Int
    /// What a pointer is told.
    public let title: String

    /// One with what is given.
    public init(_ value: Span, kind: Int, title: String) {
      self.value = value
      self.kind = kind
      self.title = title
    }
  }

  /// What dots of a sort mean.
  public struct Kind: Sendable {
    let name: String
    let tone: Tone
    let isOpen: Bool

    /// One with what is given.
    public init(_ name: String, _ tone: Tone, isOpen: Bool = false) {
      self.name = name
      self.tone = tone
      self.isOpen = isOpen
    }
  }

  /// A row.
  public struct Row: Sendable {
    let name: String
    /// What stands at its end.
    let note: String
    let points: [Point]

    /// One with what is given.
    public init(_ name: String, note: String = "", points: [Point]) {
      self.name = name
      self.note = note
      self.points = points
    }
  }

  let rows: [Row]
  let kinds: [Kind]
  let unit: String
  private static let size = 12.0

  /// A plot.
  ///
  /// - Parameter unit: of the values; it stands at the axis.
  public init(rows: [Row], kinds: [Kind], unit: String) {
    self.rows = rows
    self.kinds = kinds
    self.unit = unit
  }

  /// Draws it at a width in CSS pixels.
  public func drawing(width: Double) -> Drawing {
    let isNarrow = width < 480
    let names = rows.map { TextMeasure.width($0.name, size: Self.size) }.max() ?? 0
    let notes = rows.map { TextMeasure.width($0.note, size: Self.size) }.max() ?? 0
    let left = isNarrow ? 8 : min(names + 16, width * 0.36)
    let right = width - min(notes + 20, width * 0.3)
    let height = isNarrow ? 44.0 : 30

    var canvas = Canvas()
    let legend = Legend(
      entries: kinds.map { (.dot($0.tone, isOpen: $0.isOpen), $0.name) })
    let top = legend.draw(on: &canvas, y: 0, width: width)
    let bottom = top + Double(rows.count) * height + 4
    let most = rows.joinedPoints.map(\.value.end).max() ?? 0
    let scale = Scale(to: most, start: left, end: right, count: isNarrow ? 3 : 6)
    for tick in scale.ticks {
      let x = scale.place(tick)
      canvas.line(fromX: x, fromY: top, toX: x, toY: bottom, class: "grid")
      canvas.text(scale.label(tick), x: x, y: bottom + 16, class: "quiet", anchor: .middle)
    }
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * height + (isNarrow ? 32 : 15)
      if isNarrow {
        canvas.text(
          TextMeasure.fitted(row.name, width: width, size: Self.size), x: 0, y: y - 15)
      } else {
        canvas.text(
          TextMeasure.fitted(row.name, width: left - 16, size: Self.size), x: left - 14, y: y + 4,
          anchor: .end)
      }
      draw(row, y: y, on: &canvas, scale)
      canvas.text(row.note, x: width, y: y + 4, class: "quiet", anchor: .end)
    }
    if isNarrow {
      canvas.text(unit, x: width, y: bottom + 32, class: "quiet", anchor: .end)
    } else {
      canvas.text(unit, x: left - 14, y: bottom + 16, class: "quiet", anchor: .end)
    }
    return Drawing(
      width: width, height: bottom + (isNarrow ? 38 : 22), elements: canvas.elements)
  }

  private func draw(_ row: Row, y: Double, on canvas: inout Canvas, _ scale: Scale) {
    if let least = row.points.map(\.value.low).min(), let most = row.points.map(\.value.end).max(),
      most > least
    {
      canvas.line(
        fromX: scale.place(least), fromY: y, toX: scale.place(most), toY: y, class: "joint")
    }
    for point in row.points {
      let kind = kinds[point.kind]
      let name = "\(kind.isOpen ? "open" : "mark") \(kind.tone.rawValue)"
      let (from, to) = (scale.place(point.value.low), scale.place(point.value.end))
      if to - from > 1 {
        canvas.rectangle(
          x: from, y: y - 5, width: to - from, height: 10, class: name, title: point.title)
      } else {
        canvas.circle(x: from, y: y, radius: 5.5, class: name, title: point.title)
      }
    }
  }
}

extension [PointPlot.Row] {
  fileprivate var joinedPoints: [PointPlot.Point] { flatMap(\.points) }
}
