import Foundation
import Testing

/// `Docs/Reliability.md` as it is in the repository: whole, and with figures that do not shrink.
@Suite struct DocumentTests {
  private static let root = Preload.source.deletingLastPathComponent().deletingLastPathComponent()

  private static func text() throws -> String {
    try String(contentsOf: root.appending(path: "Docs/Reliability.md"), encoding: .utf8)
  }

  /// What the page says was tried, and how often.
  private static func figures() throws -> [(tried: String, times: Int, outcome: String)] {
    try text().split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, let times = Int(cells[1].replacing(",", with: "")) else { return nil }
      return (cells[0], times, cells[2])
    }
  }

  @Test func `every page of the document is in it, with its figures`() throws {
    let pages = try FileManager.default.contentsOfDirectory(
      at: Preload.source.appending(path: "Document"), includingPropertiesForKeys: nil)
    let document = try Self.text()
    #expect(pages.count >= 7)
    for page in pages {
      let head = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")[0]
      #expect(document.contains("\(head)\n"), "\(page.lastPathComponent)")
    }
  }

  /// What was tried, how often at least, and words that its outcome has.
  @Test(arguments: [
    ("random kills", 1_000, "0 lost, 0 half written"), ("kill points", 1_500, "0 lost"),
    ("injected faults", 1_500, "0 lost, 0 half written, 0 told as done that were not"),
    ("power cuts", 5_000, "0 damaged, 0 of "), ("damaged files", 1_000, "0 crashes, 0 of the "),
    ("8 writers × 15 imports, each waits 60 s", 120, "120 imported, 0 told busy (75), 0 lost"),
  ])
  func `a figure holds its floor`(tried: String, floor: Int, outcome: String) throws {
    let found = try Self.figures().first { $0.tried.contains(tried) }
    let figure = try #require(found, "\(tried)")
    #expect(figure.times >= floor)
    #expect(figure.outcome.contains(outcome), "\(figure.outcome)")
  }

  @Test func `no line of it tells of anything that went wrong`() throws {
    let figures = try Self.figures()
    #expect(figures.count > 40)
    for figure in figures { #expect(!figure.outcome.contains("wrong"), "\(figure)") }
  }
}
