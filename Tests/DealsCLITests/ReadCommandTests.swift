import TestSupport
import Testing

@Suite(.temporaryDirectory) struct ReadCommandTests {
  /// What is read; how, on one line a reading.
  @Test(arguments: [
    (["amount", "23,25 miljarder dollar"], "23,250,000,000 USD\n"),
    (["amount", "1,4 biljoner kronor", "--language", "sv"], "1,400,000,000,000 SEK\n"),
    (["date", "3Q25"], "2025-07-01 to 2025-09-30, written 2025-Q3\n"),
    (["rate", "SOFR + 225 bp"], "225 basis points over SOFR\n"),
  ])
  func `a text is read as it would be in an import`(arguments: [String], reading: String) throws {
    let outcome = try DealsProcess.run(["read"] + arguments)
    #expect(outcome.status == 0)
    #expect(outcome.stdout == reading)
  }

  /// What is refused, and a word of why.
  @Test(arguments: [
    (["date", "03/04/2025"], "2025-04-03"), (["amount", "1.5 billion"], "or"),
    (["identifier", "000000000"], "000000000"), (["rating", "BBB/ZZZ"], "ZZZ"),
  ])
  func `what can be read in several ways, or not at all, is refused`(
    arguments: [String], word: String
  ) throws {
    let outcome = try DealsProcess.run(["read"] + arguments)
    #expect(outcome.status == 65)
    #expect(outcome.stdout == "")
    #expect(outcome.stderr.contains(word))
  }
}
