internal import Tabular

/// Elements of SVG, written one after the other.
struct Canvas {
  private(set) var elements = ""

  enum Anchor: String {
    case start, middle, end
  }

  /// - Parameter title: what a pointer that rests on it is told.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, class name: String, title: String? = nil
  ) {
    open("rect", [("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))], name)
    close("rect", title)
  }

  mutating func line(
    fromX: Double, fromY: Double, toX: Double, toY: Double, class name: String,
    title: String? = nil
  ) {
    open("line", [("x1", fromX), ("y1", fromY), ("x2", toX), ("y2", toY)], name)
    close("line", title)
  }

  mutating func circle(
    x: Double, y: Double, radius: Double, class name: String, title: String? = nil
  ) {
    open("circle", [("cx", x), ("cy", y), ("r", radius)], name)
    close("circle", title)
  }

  /// - Parameters:
  ///   - commands: of the path, as `M0 0L10 10`.
  ///   - strokeWidth: where it is the element's own.
  mutating func path(
    _ commands: String, class name: String, strokeWidth: Double? = nil, title: String? = nil
  ) {
    open("path", strokeWidth.map { [("stroke-width", $0)] } ?? [], name)
    elements += " d=\"\(commands)\""
    close("path", title)
  }

  mutating func text(
    _ text: String, x: Double, y: Double, class name: String = "", anchor: Anchor = .start
  ) {
    guard !text.isEmpty else { return }
    open("text", [("x", x), ("y", y)], name)
    if anchor != .start { elements += " text-anchor=\"\(anchor.rawValue)\"" }
    elements += ">\(XMLText.escaped(text))</text>"
  }

  private mutating func open(_ element: String, _ places: [(String, Double)], _ name: String) {
    elements += "<\(element)"
    for (attribute, number) in places {
      elements += " \(attribute)=\"\(NumberText.coordinate(number))\""
    }
    if !name.isEmpty { elements += " class=\"\(name)\"" }
  }

  private mutating func close(_ element: String, _ title: String?) {
    elements +=
      title.map { "><title>\(XMLText.escaped($0))</title></\(element)>" } ?? "/>"
  }
}
