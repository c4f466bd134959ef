internal import Tabular

/// A chart as a file of its own: its title, its picture, and where its numbers come from.
public struct PictureFile: Sendable {
  /// What it shows.
  public let title: String
  /// What is counted, and the day.
  public let subtitle: String
  /// Where the numbers come from, a line each.
  public let sources: [String]
  /// What a reader of the file that is no person needs to know: the query and how it was asked.
  public let metadata: String

  private static let margin = 20.0
  private static let size = 12.0

  /// One with what is given.
  public init(title: String, subtitle: String, sources: [String], metadata: String) {
    self.title = title
    self.subtitle = subtitle
    self.sources = sources
    self.metadata = metadata
  }

  /// The whole file.
  ///
  /// - Parameter width: in CSS pixels.
  public func text(of chart: some Chart, width: Double) -> String {
    let inner = width - 2 * Self.margin
    let drawing = chart.drawing(width: inner)
    var canvas = Canvas()
    var y = Self.margin + 16
    for line in TextMeasure.lines(title, width: inner, size: 17, atMost: 3) {
      canvas.text(line, x: Self.margin, y: y, class: "title")
      y += 22
    }
    for line in TextMeasure.lines(subtitle, width: inner, size: Self.size, atMost: 6) {
      canvas.text(line, x: Self.margin, y: y, class: "quiet")
      y += 16
    }
    let top = y + 4
    y = top + drawing.height + 20
    for line in sources.flatMap({
      TextMeasure.lines($0, width: inner, size: Self.size, atMost: 4)
    }) {
      canvas.text(line, x: Self.margin, y: y, class: "quiet")
      y += 16
    }
    let (w, h) = (NumberText.coordinate(width), NumberText.coordinate(y + Self.margin - 12))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" width="\(w)" height="\(h)" \
      viewBox="0 0 \(w) \(h)">
      <title>\(XMLText.escaped(title))</title>
      <desc>\(XMLText.escaped(subtitle))</desc>
      <metadata>\(XMLText.escaped(metadata))</metadata>
      <style>svg{\(ChartStyle.light)}
      @media (prefers-color-scheme:dark){svg{\(ChartStyle.dark)}}
      \(ChartStyle.rules).chart .title{font-size:17px;font-weight:600}
      .chart .sheet{fill:var(--paper)}</style>
      <rect class="sheet" width="100%" height="100%"/>
      \(canvas.elements)
      <g transform="translate(\(NumberText.coordinate(Self.margin)) \
      \(NumberText.coordinate(top)))">\(drawing.elements)</g>
      </svg>

      """
  }
}
