import TestSupport
import Testing

@Suite(.temporaryDirectory) struct InstrumentCommandTests {
  init() throws { try ShippedLedger.copy() }

  @Test func `what a bond and a loan pay`() throws {
    var session = Session()
    try session.run("cashflows", "googl-2025-05-eur/t1")
    try session.run("cashflows", "apld/t1", "--repayment", "equal", "--format", "csv")
    try session.run("cashflows", "crwv-ddtl4/t1", "--matures", "2027-03-31")
    try session.run(
      "cashflows", "crwv-ddtl4/t1", "--matures", "2027-03-31", "--extend-to", "2027-09-30",
      "--assume-benchmark", "3.7", "--format", "csv")
    try session.expectGolden("cashflows")
  }

  @Test func `what a tranche costs and is worth`() throws {
    var session = Session()
    try session.run("yield", "meta-2024-08/t5")
    try session.run("yield", "meta-2024-08/t5", "--price", "92.5", "--on", "2026-05-15")
    try session.run(
      "yield", "googl-2025-05-usd/t1", "--yield", "4.1", "--format", "csv", "--quiet")
    try session.run("yield", "crwv-ddtl4/t1", "--price", "99", "--assume-benchmark", "3.7")
    try session.expectGolden("yield")
  }

  @Test func `what is not known is asked for`() throws {
    var session = Session()
    for key in [
      "apld/t1", "crwv-ddtl2/t1", "nm-18bn/t1", "meta-2024-08", "coreweave", "frob",
    ] {
      try session.run("cashflows", key)
    }
    try session.run("yield", "crwv-ddtl4/t1")
    try session.run("yield", "crwv-ddtl4/t1", "--price", "99")
    try session.run("yield", "meta-2024-08/t5", "--on", "2099-01-01")
    try session.run("yield", "meta-2024-08/t5", "--price", "-1")
    try session.run("yield", "meta-2024-08/t5", "--frequency", "3")
    try session.run("cashflows", "meta-2024-08/t5", "--matures", "2024-02-30")
    try session.run("cashflows", "meta-2024-08/t5", "--matures", "2024-02-01")
    try session.expectGolden("terms-refused")
  }
}
