import Finance
import PublicData
import Tabular
import TestSupport
import Testing

/// A second opinion on published files: that of Python's xml.etree, json and csv.
@Suite struct PythonTests {
  @Test(arguments: [
    "nport-dupree.xml", "nport-sample-3.xml", "companyfacts.json", "eurofxref.csv",
    "eurofxref-hist.csv",
  ]) func `a published file is read as Python reads it`(name: String) throws {
    guard let expected = try Fixture.readByPython(name) else {
      try Test.cancel("python3 is not installed")
    }
    let bytes = try Fixture.bytes(name)
    let read =
      switch name.split(separator: ".").last {
      case "xml": try Self.holdings(bytes)
      case "json": try Self.facts(bytes)
      default: try Self.rates(bytes)
      }
    #expect(read.count == expected.count)
    for (line, other) in zip(read, expected) where line != other {
      Issue.record("\(line)\nis read by Python as\n\(other)")
      return
    }
  }

  private static func show(_ values: [(any CustomStringConvertible)?]) -> String {
    values.map { $0?.description ?? "" }.joined(separator: "|")
  }

  private static func holdings(_ bytes: [UInt8]) throws -> [String] {
    let reader = NPortReader(source: ByteSource.of(bytes, chunk: 1000))
    let fund = try reader.readFund()
    var lines = [show([fund.registrant, fund.series, fund.reportedOn, fund.netAssets])]
    func flag(_ value: Bool?) -> String? { value.map { $0 ? "Y" : "N" } }
    while let holding = try reader.next() {
      lines.append(
        show([
          holding.issuer, holding.lei, holding.title, holding.cusip, holding.isin, holding.balance,
          holding.units, holding.currency, holding.valueUSD, holding.percentOfNetAssets,
          holding.payoffProfile, holding.assetCategory, holding.issuerCategory, holding.country,
          flag(holding.isRestricted), holding.fairValueLevel, holding.debt?.maturesOn,
          holding.debt?.couponKind, holding.debt?.annualRatePercent,
          flag(holding.debt?.isInDefault), flag(holding.debt?.isInterestInArrears),
        ]))
    }
    #expect(reader.problems.isEmpty, "\(reader.problems.first)")
    return lines
  }

  private static func facts(_ bytes: [UInt8]) throws -> [String] {
    let facts = try CompanyFacts(SourceText(bytes: bytes))
    var lines = [show([facts.cik, facts.entityName])]
    let problems = facts.eachFact { fact in
      lines.append(
        show([
          fact.taxonomy, fact.concept, fact.unit, fact.value, fact.startsOn, fact.endsOn,
          fact.accession, fact.fiscalYear, fact.fiscalPeriod, fact.form, fact.filedOn, fact.frame,
        ]))
    }
    #expect(problems.isEmpty, "\(problems.first)")
    return lines
  }

  private static func rates(_ bytes: [UInt8]) throws -> [String] {
    let reader = try ReferenceRateReader(source: ByteSource.of(bytes, chunk: 100))
    var lines: [String] = []
    while let rates = try reader.next() {
      lines += rates.map { show([$0.day, $0.currency, $0.unitsPerEuro]) }
    }
    #expect(reader.problems.isEmpty, "\(reader.problems.first)")
    return lines
  }
}
