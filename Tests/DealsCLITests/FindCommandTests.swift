import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct FindCommandTests {
  init() throws { try ShippedLedger.copy(.article) }

  @Test func `names, near names and the words of sources are found`() throws {
    var session = Session()
    try session.run("find", "corweave", "--limit", "3")
    try session.run("find", "23,25", "miljarder")
    try session.run("find", "stargate", "--format", "csv")
    try session.run("find", "nowhere-to-be-found")
    try session.run("find", "")
    try session.expectGolden("find")
  }
}
