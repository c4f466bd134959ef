import Foundation
import TestSupport
import Testing

/// What the README says is so. What its commands print is held by `PageTests`.
@Suite struct ReadmeTests {
  @Test func `it is short`() throws {
    #expect(try RepositoryFile.text("README.md").components(separatedBy: "\n").count <= 250)
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md"])
  func `what make is asked for there is`(path: String) throws {
    let makefile = try RepositoryFile.text("Makefile")
    let asked = try RepositoryFile.text(path).matches(of: /(?m)^make ([a-z]+)|`make ([a-z]+)/)
    #expect(!asked.isEmpty)
    for match in asked {
      let target = try #require(match.output.1 ?? match.output.2)
      #expect(makefile.contains("\n\(target):"), "make \(target)")
    }
  }
}
