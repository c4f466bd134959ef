import Foundation
import Intake
import Ledger
import Reporting
import SQLite
import Tabular
import TestSupport
import Testing

/// The page, read as text: that its figures are those of the queries, that its links lead
/// somewhere, and that it takes nothing from elsewhere and runs nothing.
@Suite(.temporaryDirectory) struct ReportPageTests {
  private static func page(
    of ledger: borrowing Connection, asOf: String = "2026-06-30", currency: String? = nil,
    only: [String] = []
  ) throws -> String {
    let options = ReportOptions(
      asOf: asOf, currency: currency, earlier: EarlierQuestion(), only: only)
    let answers = try ReportAnswers(
      options, stamp: try LedgerStamp(path: "deals.sqlite", in: ledger), in: ledger)
    return try ReportPage.html(answers, in: ledger)
  }

  /// A `data` element of the page.
  private struct Number {
    let exact, query, column, rows, making: String
  }

  private static func numbers(in page: String) -> [Number] {
    page.matches(of: /<data ([^>]*)>/).map { element in
      let parts = element.1.matches(of: /([a-z-]+)="([^"]*)"/).map { part in
        let text = part.2.replacing("&amp;", with: "&").replacing("&#39;", with: "'")
        return (String(part.1), String(text))
      }
      let values = Dictionary(uniqueKeysWithValues: parts)
      return Number(
        exact: values["value"] ?? "", query: values["data-query"] ?? "",
        column: values["data-column"] ?? "", rows: values["data-rows"] ?? "",
        making: values["data-making"] ?? "")
    }
  }

  /// The number again, by asking the query and adding up as the page says.
  private static func again(
    _ number: Number, _ values: [String: String], in ledger: borrowing Connection
  ) throws -> Double {
    let query = try SavedQueries.find(number.query, in: ledger)
    let known = Set(query.parameters.map(\.name))
    let result = try QueryRunner.run(
      query, values: values.filter { known.contains($0.key) }, in: ledger)
    let names = result.columns.map(\.name)
    let filters = number.rows.split(separator: ";").map { filter in
      let parts = filter.split(separator: "=", maxSplits: 1)
      let wanted = parts[1].split(separator: ",").map(String.init)
      return (names.firstIndex(of: String(parts[0])), wanted)
    }
    let place = try #require(names.firstIndex(of: number.column), "\(number)")
    let rows = result.rows.filter { row in
      filters.allSatisfy { column, wanted in
        guard let column else { return false }
        return switch row[column] {
        case .text(let text): wanted.contains(text)
        case .integer(let number): wanted.contains(String(number))
        default: false
        }
      }
    }
    if number.making == "count" { return Double(rows.count) }
    return rows.reduce(0) { sum, row in
      switch row[place] {
      case .real(let value): sum + value
      case .integer(let value): sum + Double(value)
      default: sum
      }
    }
  }

  @Test(arguments: [("2026-06-30", String?.none), ("2025-11-10", nil), ("2026-06-30", "EUR")])
  func `each figure is what its query answers`(asOf: String, currency: String?) throws {
    let ledger = try ShippedLedger.reading()
    let page = try Self.page(of: ledger, asOf: asOf, currency: currency)
    var values = ["as_of": asOf]
    if let currency { values["currency"] = currency }
    let numbers = Self.numbers(in: page)
    #expect(numbers.count > 40)
    for number in numbers {
      let exact = try #require(Double(number.exact))
      let again = try Self.again(number, values, in: ledger)
      #expect((exact - again).magnitude <= 1e-9 * exact.magnitude, "\(number): \(again)")
    }
  }

  @Test func `the first screen has twelve figures with definition and query`() throws {
    let page = try Self.page(of: try ShippedLedger.reading())
    let figures = page.matches(of: /(?s)<li class="figure">.*?<\/li>/).map { String($0.0) }
    #expect(figures.count == 12)
    for figure in figures {
      #expect(figure.contains("<data "), "\(figure)")
      #expect(figure.contains("<code>deals query "), "\(figure)")
      #expect(figure.contains("-- definition: "), "\(figure)")
      #expect(!figure.contains("unknown</p>"), "\(figure)")
    }
  }

  @Test func `a part shown alone is the same part`() throws {
    let ledger = try ShippedLedger.reading()
    let page = try Self.page(of: ledger)
    for part in ["issuance", "circularity", "staleness"] {
      let alone = try Self.page(of: ledger, only: [part])
      let start = try #require(alone.range(of: "<section id=\"\(part)\"")).lowerBound
      let lead = try #require(alone[start...].firstRange(of: "<table>")).lowerBound
      #expect(page.contains(alone[start..<lead]), "\(part)")
      #expect(!alone.contains("class=\"figures\""), "\(part)")
    }
  }

  @Test func `links lead somewhere, and headings follow each other`() throws {
    let page = try Self.page(of: try ShippedLedger.reading())
    let ids = page.matches(of: /\bid="([^"]+)"/).map { String($0.1) }
    let marks = Set(ids)
    let links = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    #expect(links.count > 100)
    #expect(links.filter { !marks.contains($0) } == [])
    #expect(ids.count == marks.count)
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test func `the page loads nothing and runs nothing`() throws {
    let page = try Self.page(of: try ShippedLedger.reading())
    for word in ["<script", " src=", "@import", "url(", "<iframe", " onload", "javascript:"] {
      #expect(!page.contains(word), "\(word)")
    }
    let addresses = page.matches(of: /href="([a-z]+):/).map { String($0.1) }
    #expect(Set(addresses) == ["http", "https", "data"])
  }

  @Test func `words of strangers stay words`() throws {
    var ledger = try ShippedLedger.open(.none)
    let document = """
      {"key": "a", "name": "<script>alert(1)</script>", "kind": "bond",
         "issuer": "\\"><img src=x onerror=alert(2)>", "amount": 4000000000, "currency": "USD",
         "priced_on": "2026-01-02", "evidence": "filed", "binding": "definitive",
         "sources": [{"title": "<b>'\\" & {{title}} {{{style}}}", "publisher": "P",
           "url": "javascript:alert(3)", "grade": "S"}]}
      """
    _ = try Importer().run(
      [SourceText(document, name: "document")], command: "test", into: &ledger)
    let page = try Self.page(of: ledger)
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("{{title}} {{{style}}}"))
    #expect(!page.contains("href=\"javascript"))
  }

  @Test func `an empty ledger has a page too`() throws {
    let page = try Self.page(of: try ShippedLedger.open(.none))
    #expect(page.contains("Nothing is on record."))
    #expect(page.contains("unknown"))
  }
}
