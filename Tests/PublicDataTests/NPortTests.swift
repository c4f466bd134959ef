import Finance
import PublicData
import Tabular
import TestSupport
import Testing

@Suite struct NPortTests {
  @Test func `a fund and its holdings are told`() throws {
    let reader = NPortReader(
      name: "f", source: ByteSource.of(try Fixture.bytes("nport-dupree.xml")))
    let fund = try reader.readFund()
    #expect(fund.form == "NPORT-P")
    #expect(fund.cik == "0000311101")
    #expect(fund.seriesID == "S000012000")
    #expect(fund.lei == "5493006TF05454RBY690")
    // The end of the fiscal year stands before the day of the report.
    #expect(fund.reportedOn?.description == "2022-12-31")
    #expect(fund.fiscalYearEndsOn?.description == "2023-06-30")
    var count = 0
    while let holding = try reader.next() {
      count += 1
      #expect(holding.isin != nil && holding.debt?.isConvertible != true)
    }
    #expect(count == 55)
  }

  @Test func `a convertible, an asset of its own kind and other identifiers are told`() throws {
    let reader = NPortReader(source: ByteSource.of(try Fixture.bytes("nport-sample-3.xml")))
    let holding = try #require(try reader.next())
    #expect(holding.assetCategory == "OTHER")
    #expect(holding.assetDescription == "DLFKJASDFKJLSADF")
    #expect(holding.issuerDescription == "dsfadfadfad")
    #expect(holding.debt?.isConvertible == true)
    #expect(holding.debt?.annualRatePercent?.description == "-5.55")
    #expect(holding.position.line == 146)
  }

  private static let rows: [(element: String, told: String)] = [
    ("<cusip>000000000</cusip>", "cusip nil"), ("<cusip>N/A</cusip>", "cusip nil"),
    ("<cusip> 49151FHF0 </cusip>", "cusip 49151FHF0"),
    ("<lei>XXXXXXXXXXXXXXXXXXXX</lei>", "cusip nil"),
    (
      "<valUSD>1,5</valUSD>",
      "f:2:1: valUSD is “1,5”, which is no number that can be read"
    ),
    (
      "<fairValLevel>4</fairValLevel>",
      "f:2:1: fairValLevel is “4” (expected 1, 2, 3 or N/A)"
    ),
    ("<fairValLevel>N/A</fairValLevel>", "cusip nil"),
    (
      "<isRestrictedSec>maybe</isRestrictedSec>",
      "f:2:1: isRestrictedSec is “maybe” (expected Y or N)"
    ),
    (
      "<debtSec><maturityDt>2025-02-30</maturityDt></debtSec>",
      "f:2:12: maturityDt: “2025-02-30” is not a day: February 2025 has no day 30: it has 28 days"
    ),
    (
      "<currencyConditional curCd='EUR' exchangeRt='x'/>",
      "f:2:1: exchangeRt is “x”, which is no number"
    ),
  ]

  @Test(arguments: rows) func `placeholders are none, and what is wrong is told with its place`(
    element: String, told: String
  ) throws {
    let text =
      "<p:edgarSubmission xmlns:p='http://www.sec.gov/edgar/nport'><p:formData><p:genInfo>"
      + "<p:regName>x</p:regName></p:genInfo><p:invstOrSecs><p:invstOrSec><p:name>a</p:name>"
      + "\n"
    let body = element.replacing(/<(\/?)([a-zA-Z])/) { "<\($0.1)p:\($0.2)" }
    let end = "</p:invstOrSec></p:invstOrSecs></p:formData></p:edgarSubmission>"
    let reader = NPortReader(name: "f", source: ByteSource.of(text + body + end))
    let holding = try #require(try reader.next())
    let problem = reader.problems.first.first?.description
    #expect(problem ?? "cusip \(holding.cusip ?? "nil")" == told)
    #expect(holding.lei == nil)
  }

  @Test func `another form is refused`() {
    let reader = NPortReader(name: "f", source: ByteSource.of("<edgarSubmission/>"))
    let problem = #expect(throws: SourceProblem.self) { try reader.readFund() }
    #expect(
      problem?.description
        == "f:1:1: there is no edgarSubmission/formData/genInfo, so this is no Form N-PORT")
  }
}
