import Finance
import PublicData
import Tabular
import Testing

@Suite struct CompanyFactsTests {
  private static let filed = #""form":"10-K","filed":"2025-03-21"}"#

  private static let rows: [(fact: String, told: String)] = [
    (
      #"{"end":"2025-01-31","val":1.50,"accn":"a","fy":2025,"fp":"FY","# + filed,
      "us-gaap Debt USD 1.5 ..2025-01-31 a 10-K 2025-03-21"
    ),
    (
      #"{"start":"2024-02-01","end":"2025-01-31","val":-7,"accn":"a","fy":null,"fp":null,"#
        + #""frame":"CY2024","# + filed,
      "us-gaap Debt USD -7 2024-02-01..2025-01-31 a 10-K 2025-03-21"
    ),
    (
      #"{"end":"2025-02-31","val":1,"accn":"a","# + filed,
      "f:1:67: “end”: “2025-02-31” is not a day: February 2025 has no day 31: it has 28 days"
    ),
    (
      #"{"end":"2025-01-31","val":"1","accn":"a","# + filed,
      "f:1:86: “val” is no number"
    ),
    (
      #"{"end":"2025-01-31","val":1,"# + filed,
      "f:1:60: there is no “accn”"
    ),
    (
      #"{"start":"2025-02-01","end":"2025-01-31","val":1,"accn":"a","# + filed,
      "f:1:60: Debt: the period ends before it begins"
    ),
    ("7", "f:1:60: “val” is no number"),
  ]

  @Test(arguments: rows) func `a figure is told, or what is wrong with it`(
    fact: String, told: String
  ) throws {
    let text = #"{"cik":1,"facts":{"us-gaap":{"Debt":{"units":{"USD":[      "# + fact + "]}}}}}"
    let facts = try CompanyFacts(SourceText(text, name: "f"))
    var lines: [String] = []
    let problems = facts.eachFact { fact in
      let start = fact.startsOn.map { "\($0)" } ?? ""
      lines.append(
        "\(fact.taxonomy) \(fact.concept) \(fact.unit) \(fact.value) \(start)..\(fact.endsOn) "
          + "\(fact.accession) \(fact.form) \(fact.filedOn)")
    }
    lines += problems.first.prefix(1).map(\.description)
    #expect(lines == [told])
    #expect(facts.cik == "0000000001")
  }

  @Test func `a CIK may be a text, and other JSON is refused`() throws {
    let facts = try CompanyFacts(SourceText(#"{"cik":"0001640147","facts":{}}"#))
    #expect(facts.cik == "0001640147")
    let problem = #expect(throws: SourceProblem.self) {
      try CompanyFacts(SourceText(#"{"cik":"x","facts":{}}"#, name: "f"))
    }
    #expect(
      problem?.description
        == "f:1:1: there are no members “cik” and “facts” (expected companyfacts of the SEC)")
  }
}
