internal import Templates

/// A sentence with figures in it: `"\(figure) are announced"`.
struct ReportText: ExpressibleByStringInterpolation {
  private(set) var pieces: [TemplateValue] = []

  init(stringLiteral text: String) { append(text) }

  init(stringInterpolation interpolation: Interpolation) { self = interpolation.text }

  init(_ text: String) { append(text) }

  struct Interpolation: StringInterpolationProtocol {
    var text = ReportText("")

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ words: String) { text.append(words) }
    mutating func appendInterpolation(_ words: String) { text.append(words) }
    mutating func appendInterpolation(_ figure: ReportFigure) { text.append(figure) }
    mutating func appendInterpolation(_ more: ReportText) { text.append(more) }
  }

  var value: TemplateValue { .list(pieces) }

  private mutating func append(_ words: String) {
    guard !words.isEmpty else { return }
    pieces.append(.object(["words": .text(words)]))
  }

  private mutating func append(_ figure: ReportFigure) {
    pieces += figure.pieces
  }

  private mutating func append(_ more: ReportText) {
    pieces += more.pieces
  }
}
