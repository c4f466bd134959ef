/// What the colours and shapes of a picture mean, in lines above it.
struct Legend {
  enum Key {
    /// A filled field.
    case field(Tone)
    /// A field for what lies between the ends of a range.
    case range(Tone)
    /// A filled or an open dot.
    case dot(Tone, isOpen: Bool)
    /// A line, whole or dashed.
    case line(Tone, isDashed: Bool)
    /// A sign that stands in the picture itself.
    case sign(String)
  }

  let entries: [(key: Key, words: String)]

  private static let size = 12.0
  private static let line = 20.0

  /// Draws it from `y` down.
  ///
  /// - Returns: the height it takes.
  func draw(on canvas: inout Canvas, y: Double, width: Double) -> Double {
    guard !entries.isEmpty else { return 0 }
    var (left, top) = (0.0, y)
    for entry in entries {
      let needed = 20 + TextMeasure.width(entry.words, size: Self.size) + 16
      if left > 0, left + needed > width { (left, top) = (0, top + Self.line) }
      Self.draw(entry.key, on: &canvas, x: left, y: top)
      canvas.text(entry.words, x: left + 20, y: top + 11)
      left += needed
    }
    return top - y + Self.line + 4
  }

  private static func draw(_ key: Key, on canvas: inout Canvas, x: Double, y: Double) {
    switch key {
    case .field(let tone):
      canvas.rectangle(x: x, y: y + 1, width: 14, height: 11, class: tone.rawValue)
    case .range(let tone):
      canvas.rectangle(x: x, y: y + 1, width: 14, height: 11, class: "range \(tone.rawValue)")
    case .dot(let tone, let isOpen):
      canvas.circle(
        x: x + 7, y: y + 6.5, radius: 5, class: "\(isOpen ? "open" : "mark") \(tone.rawValue)")
    case .line(let tone, let isDashed):
      canvas.path(
        "M\(NumberText.coordinate(x)) \(NumberText.coordinate(y + 6.5))h16",
        class: "edge \(tone.rawValue)\(isDashed ? " dashed" : "")", strokeWidth: 3)
    case .sign(let sign):
      canvas.text(sign, x: x + 8, y: y + 11, class: "strong", anchor: .middle)
    }
  }
}
