import Ledger
import TestSupport
import Testing

/// Every figure of the founding article is found by its own words.
///
/// `article_figures.tsv` has the place in the article, the words, and the record they stand on.
@Suite struct ArticleFigureTests {
  @Test func `each figure is found by the words of the article`() throws {
    let ledger = try ShippedLedger.reading()
    let figures = try RepositoryFile.table("article_figures.tsv")
    #expect(figures.count > 130)
    for figure in figures {
      let found = try RecordFinder.find(figure[1], in: ledger)
      let isThere = found.contains { $0.key.contains(figure[2]) || $0.name.contains(figure[2]) }
      #expect(isThere, "\(figure[0]): “\(figure[1])” is not found on \(figure[2])")
    }
  }
}
