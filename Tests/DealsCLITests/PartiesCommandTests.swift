import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct PartiesCommandTests {
  init() throws { try ShippedLedger.copy(.article) }

  @Test func `verdicts are given, seen, refused and taken back`() throws {
    var session = Session()
    try session.run(
      "import", "-",
      input: """
        {"party_kind": "unknown", "key": "nebula", "name": "Nebula", \
        "sources": ["ecb-reference-rates"]}
        {"party_kind": "unknown", "key": "nebula-group", "name": "Nebula Group", \
        "sources": ["ecb-reference-rates"]}
        {"party_kind": "bank", "key": "zephyr", "name": "Zephyr", \
        "sources": ["ecb-reference-rates"]}
        """)
    try session.run("parties", "duplicates")
    try session.run(
      "parties", "same", "Nebula", "nebula-group", "--because", "one register number")
    try session.run("parties", "duplicates", "--format", "csv")
    try session.run("parties", "different", "nebula", "zephyr")
    try session.run("parties", "same", "nebula-group", "zephyr")
    try session.run("parties", "unsure", "zephyr", "oracle", "--source", "ecb-reference-rates")
    try session.run("parties", "same", "nebula", "nebula-group")
    try session.run("sql", "SELECT from_key, kind, to_key FROM party_links WHERE kind = 'same'")
    try session.run("show", "nebula-group")
    try session.run("parties", "forget", "nebula", "nebula-group")
    try session.run("parties", "forget", "nebula", "nebula-group")
    try session.run("check")
    try session.expectGolden("parties")
  }

  @Test func `the list of verdicts tells reasons and runs`() throws {
    _ = try DealsProcess.run("parties", "unsure", "oracle", "openai", "--because", "a trial")
    let listed = try DealsProcess.run("parties", "verdicts", "--format", "csv")
    #expect(listed.status == 0)
    let lines = listed.stdout.split(whereSeparator: \.isNewline)
    #expect(
      lines.first == "party_key,party,verdict,other_key,other,reason,source,run,recorded_at")
    #expect(lines.contains { $0.hasPrefix("openai,OpenAI,unsure,oracle,Oracle,a trial,,") })
  }

  @Test func `what is typed wrongly, or names nobody`() throws {
    var session = Session()
    try session.run("parties", "same", "oracle", "Nobody Ltd")
    try session.run("parties", "same", "oracle", "oracle")
    try session.run("parties", "forget", "oracle", "openai")
    try session.run("parties", "same", "oracle", "openai", "--source", "no-such-source")
    try session.run("parties", "duplicates", "--at-least", "2")
    try session.run("parties", "same", "oracle")
    try session.run("query", "issuance-by-issuer", "--set", "rollup=group")
    try session.run("query", "issuance-by-issuer", "--rollup", "group")
    try session.expectGolden("parties-refused")
  }

  @Test(arguments: ["duplicates", "same", "different", "unsure", "forget", "verdicts"])
  func `each tells what it does, with an example`(command: String) throws {
    let help = try DealsProcess.run("parties", command, "--help")
    #expect(help.status == 0)
    #expect(help.stdout.contains("Example"))
    #expect(help.stdout.contains("deals parties \(command)"))
  }
}
