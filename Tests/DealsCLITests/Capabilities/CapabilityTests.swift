import TestSupport
import Testing

/// What Docs/Capabilities.md promises is so. `capabilities.tsv` has a line for each capability,
/// with a command and what it must print.
@Suite(.temporaryDirectory) struct CapabilityTests {
  @Test(arguments: try Capability.all().filter { !$0.command.isEmpty })
  func `a command shows what it is said to`(capability: Capability) throws {
    try ShippedLedger.copy()
    let outcome = try Shell.run(
      ["bash", "-c", "exec 2>&1\n" + capability.command], in: TemporaryDirectory.url)
    #expect(outcome.stdout.contains(capability.shows), "\(outcome.stdout.prefix(600))")
  }

  @Test func `the page of capabilities is what the list says`() throws {
    try RepositoryFile.expect(
      CapabilitiesPage.text(Capability.all()), at: "Docs/Capabilities.md")
  }

  @Test func `each has its number, its verdict and its proof`() throws {
    let all = try Capability.all()
    #expect(all.map(\.number) == (1...100).map(String.init) + (1...17).map { "S\($0)" })
    for capability in all {
      #expect(["works", "declined"].contains(capability.verdict), "\(capability.number)")
      #expect(!capability.how.isEmpty, "\(capability.number)")
      #expect(
        capability.command.isEmpty == (capability.verdict == "declined"), "\(capability.number)")
      #expect(capability.command.isEmpty == capability.shows.isEmpty, "\(capability.number)")
    }
  }
}
