import Finance
import PublicData
import Tabular
import TestSupport
import Testing

@Suite struct RateTableTests {
  private static let referenceRows: [(text: String, told: String)] = [
    ("Date,USD,JPY,\n2026-10-30,1.1172,175.68,\n", "2026-10-30 USD 1.1172, 2026-10-30 JPY 175.68"),
    ("Date, USD, SEK, \n30 October 2026, 1.1172, N/A, \n", "2026-10-30 USD 1.1172"),
    ("Date,USD\n2026-10-30,\n2026-10-29,1.1\n", "2026-10-29 USD 1.1"),
    (
      "Date,USD\n30/10/2026,1.1\n",
      "f:2:1: “30/10/2026” is not a day (write it as 2025-11-03)"
    ),
    ("Date,USD\n2026-10-30,0\n", "f:2:12: USD: a rate of 0 is none"),
    ("Date,USD\n2026-10-30,x\n", "f:2:12: USD: “x” is not a rate"),
    (
      "Date,USD\n2026-10-30,1\n2026-10-30,2\n",
      "2026-10-30 USD 1, f:3:1: 2026-10-30 stands twice (remove one of the lines)"
    ),
    ("Date,dollar\n2026-10-30,1\n", "f:1:6: “dollar” is no code of a currency"),
    ("Date,,USD\n2026-10-30,,1\n", "2026-10-30 USD 1, f:1:6: a column has no name"),
    ("Day,USD\n", "f:1:1: the header has no columns Date and currencies"),
    ("", "f:1:1: the file has no header line (begin it with the names of its columns)"),
  ]

  @Test(arguments: referenceRows) func `reference rates are told, or what is wrong with them`(
    text: String, told: String
  ) {
    var lines: [String] = []
    do {
      let reader = try ReferenceRateReader(name: "f", source: ByteSource.of(text))
      while let rates = try reader.next() {
        lines += rates.map { "\($0.day) \($0.currency) \($0.unitsPerEuro)" }
      }
      lines += reader.problems.first.map(\.description)
    } catch {
      lines.append("\(error)")
    }
    #expect(lines.joined(separator: ", ") == told)
  }

  private static let fixingRows: [(text: String, told: String)] = [
    (
      "DATE,SOFR\n2025-11-03,4.13\n2025-11-04,.\n2025-11-05,\n2025-11-06,4.00%\n",
      "SOFR: 2025-11-03 4.13, 2025-11-06 4"
    ),
    ("observation_date,IUDSOIA\n2025-11-03,3.97\n", "SONIA: 2025-11-03 3.97"),
    ("Date;EURIBOR 3M\n2025-11-03;2,01\n", "EURIBOR 3M: 2025-11-03 2.01"),
    ("date,€STR\n2025-11-03,-0.5\n", "€STR: 2025-11-03 -0.5"),
    ("date,euribor_6m (%)\n2025-11-03,2\n", "EURIBOR 6M: 2025-11-03 2"),
    ("date,SOFR30DAYAVG\n2025-11-03,4.2\n", "SOFR 30DAYAVG: 2025-11-03 4.2"),
    (
      "date,EFFR\n11/03/2025,4.2\n",
      "fed funds: , f:2:1: “11/03/2025” is not a day (write it as 2025-11-03)"
    ),
    (
      "date,SOFR\n2025-11-03,4.2\n2025-11-03,4.2\n",
      "SOFR: 2025-11-03 4.2, f:3:1: 2025-11-03 stands twice (remove one of the lines)"
    ),
    (
      "date,SOFR\n2025-11-03,high\n",
      "SOFR: , f:2:12: “high” is not a rate in percent (write it as 5.31)"
    ),
    (
      "date,sofrware\n",
      "f:1:6: “sofrware” names no benchmark that is known "
        + "(name the column SOFR, EURIBOR 3M, ESTR, SONIA, …)"
    ),
    ("date,SOFR,SONIA\n", "f:1:1: the header has no columns date and benchmark"),
  ]

  @Test(arguments: fixingRows) func `fixings are told, or what is wrong with them`(
    text: String, told: String
  ) {
    var lines: [String] = []
    var name = ""
    do {
      let reader = try BenchmarkFixingReader(name: "f", source: ByteSource.of(text))
      name = "\(reader.name): "
      while let fixing = try reader.next() { lines.append("\(fixing.day) \(fixing.percent)") }
      if lines.isEmpty { lines.append("") }
      lines += reader.problems.first.map(\.description)
    } catch {
      lines.append("\(error)")
    }
    #expect(name + lines.joined(separator: ", ") == told)
  }
}
