/// An arrow from one name to another: a quadratic curve that ends at their borders.
struct EdgeCurve {
  typealias Point = (x: Double, y: Double)

  private let start, control, end: Point

  /// - Parameters:
  ///   - bend: how far its middle stands to the right of the straight line, in pixels.
  ///   - pull: how far its middle moves towards a point, as a part of the way.
  init(
    from: NetworkLayout.Box, to: NetworkLayout.Box, bend: Double, pull: Double,
    towards middle: Point
  ) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    let (halfX, halfY) = ((from.x + to.x) / 2, (from.y + to.y) / 2)
    let control: Point = (
      halfX + (middle.x - halfX) * pull - dy / length * bend,
      halfY + (middle.y - halfY) * pull + dx / length * bend
    )
    self.control = control
    start = Self.border(of: from, towards: control, gap: 1)
    end = Self.border(of: to, towards: control, gap: 3)
  }

  /// A point of the curve; 0 is its beginning, 1 its end.
  func point(at part: Double) -> Point {
    let rest = 1 - part
    let (a, b, c) = (rest * rest, 2 * rest * part, part * part)
    return (
      a * start.x + b * control.x + c * end.x, a * start.y + b * control.y + c * end.y
    )
  }

  /// The line of the arrow, up to its head.
  func shaft(headLength: Double) -> String {
    let direction = self.direction
    let stop: Point = (end.x - direction.x * headLength, end.y - direction.y * headLength)
    return "M\(text(start))Q\(text(control)) \(text(stop))"
  }

  /// The head of the arrow.
  func head(length: Double, width: Double) -> String {
    let direction = self.direction
    let back: Point = (end.x - direction.x * length, end.y - direction.y * length)
    let side: Point = (-direction.y * width / 2, direction.x * width / 2)
    let (left, right) = ((back.x + side.x, back.y + side.y), (back.x - side.x, back.y - side.y))
    return "M\(text(end))L\(text(left))L\(text(right))z"
  }

  /// Where it points at its end, as a vector of length one.
  private var direction: Point {
    let (dx, dy) = (end.x - control.x, end.y - control.y)
    let length = max(0.001, (dx * dx + dy * dy).squareRoot())
    return (dx / length, dy / length)
  }

  /// The point where a line from the middle of a box leaves it.
  private static func border(
    of box: NetworkLayout.Box, towards point: Point, gap: Double
  ) -> Point {
    let (dx, dy) = (point.x - box.x, point.y - box.y)
    guard dx != 0 || dy != 0 else { return (box.x, box.y) }
    let acrossX = dx == 0 ? .infinity : (box.width / 2 + gap) / dx.magnitude
    let acrossY = dy == 0 ? .infinity : (box.height / 2 + gap) / dy.magnitude
    let part = min(acrossX, acrossY, 1)
    return (box.x + dx * part, box.y + dy * part)
  }

  private func text(_ point: Point) -> String {
    "\(NumberText.coordinate(point.x)) \(NumberText.coordinate(point.y))"
  }
}
