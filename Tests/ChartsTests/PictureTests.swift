import Markup
import TestSupport
import Testing

@testable import Charts

/// Pictures as files: as they were, well-formed, and within their frame.
@Suite("Pictures")
struct PictureTests {
  private static let bars = BarChart(
    categories: ["Alder", "Birch & Söhne <b>", "Cedar with a name that is longer than its place"],
    series: [
      BarChart.Series("announced", .grey, [Span(low: 27, high: 29), Span(4), nil]),
      BarChart.Series("funded", .blue, [Span(12.5), Span(0), nil]),
    ], arrangement: .nested, unit: "bn USD")

  private static let columns = BarChart(
    categories: ["2025-Q1", "2025-Q2", "several quarters"],
    series: [
      BarChart.Series("rated", .blue, [Span(6), Span(1), Span(2)]),
      BarChart.Series("unrated", .grey, [Span(0), Span(low: 2, high: 5), nil]),
    ], arrangement: .stacked, direction: .columns, unit: "bn USD")

  private static let points = PointPlot(
    rows: [
      PointPlot.Row(
        "Meta, 2026", note: "2 vintages",
        points: [
          PointPlot.Point(Span(low: 115, high: 135), kind: 0, title: "first"),
          PointPlot.Point(Span(125), kind: 1, title: "revised"),
        ])
    ],
    kinds: [PointPlot.Kind("first said", .blue, isOpen: true), PointPlot.Kind("revised", .blue)],
    unit: "bn USD")

  private static let network = NetworkChart(
    nodes: ["Chips", "Lab", "Cloud", "Bank"],
    edges: [
      .init(from: 0, to: 1, amount: 30, kind: 0, title: "Chips to Lab"),
      .init(from: 1, to: 0, amount: 100, kind: 1, isMarked: true, title: "Lab to Chips"),
      .init(from: 1, to: 2, amount: nil, kind: 1, title: "Lab to Cloud"),
      .init(from: 3, to: 1, amount: 2, kind: 0, title: "Bank to Lab"),
    ], unit: "bn USD", kinds: [("capital", .orange), ("purchases", .blue)],
    mark: "the giver may walk away")

  private static let all: [(String, any Chart)] = [
    ("bars", bars), ("columns", columns), ("points", points), ("network", network),
  ]

  private static func file(_ chart: some Chart, width: Double) -> String {
    PictureFile(
      title: "A picture & its <title>", subtitle: "What is counted, as of 2026-06-30",
      sources: ["Somebody, 2026"], metadata: #"{"query": "x"}"#
    ).text(of: chart, width: width)
  }

  @Test("a picture is as it was", arguments: all.indices)
  func golden(_ index: Int) throws {
    let (name, chart) = Self.all[index]
    try expectGolden(Self.file(chart, width: 720), name)
  }

  @Test("a picture is well-formed, and no mark of it lies outside", arguments: all.indices)
  func frame(_ index: Int) throws {
    for width in [340.0, 720] {
      let chart = Self.all[index].1
      let text = Self.file(chart, width: width)
      let reader = XMLReader(name: "picture", source: ByteSource.of(text))
      var elements = 0
      while try reader.next() != nil { elements += 1 }
      #expect(elements > 20)
      let drawing = chart.drawing(width: width)
      let field = /<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)"/
      for match in drawing.elements.matches(of: field) {
        let (x, y) = (try #require(Double(match.1)), try #require(Double(match.2)))
        let right = x + (try #require(Double(match.3)))
        #expect(x >= 0 && right <= width + 0.5 && y >= 0 && y <= drawing.height, "\(match.0)")
      }
    }
  }

  @Test(
    "the numbers at the ends of a bar",
    arguments: [
      (Span(23.25), "23.3"), (Span(low: 27, high: 29), "27.0–29.0"),
      (Span(low: 27, high: nil), "≥ 27.0"), (Span(0), "0"), (Span(1_234.5), "1,235"),
      (Span(99.96), "100"), (Span(-2.04), "-2.0"),
    ])
  func labels(_ span: Span, _ label: String) {
    #expect(span.label == label)
  }
}
