import Foundation
import TestSupport
import Testing

/// The page as a browser shows it, and the command that writes it.
@Suite(.temporaryDirectory) struct ReportCommandTests {
  @Test func `nothing on the page makes a reader stumble`() throws {
    let ledger = try ShippedLedger.path()
    let page = TemporaryDirectory.file("report.html")
    let path = page.path(percentEncoded: false)
    let outcome = try DealsProcess.run(
      ["report", "--ledger", ledger, "-o", path, "--as-of", "2026-06-30"])
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Report/check_page.py")
    let look = try ChildProcess.run(
      URL(filePath: "/usr/bin/env"), ["python3", script.path(percentEncoded: false), path],
      environment: ProcessInfo.processInfo.environment, input: nil, in: nil)
    // 77: there is no browser; 126 and 127: no python3.
    if [77, 126, 127].contains(look.status) { try Test.cancel("\(look.stdout)\(look.stderr)") }
    #expect(look.status == 0, "\(look.stdout)\(look.stderr)")
    #expect(look.stdout.contains(/^\d{4,} texts looked at, 0 problems/))
  }

  @Test func `what cannot be reported is told`() throws {
    var session = Session()
    let page = TemporaryDirectory.file("a.html").path(percentEncoded: false)
    let ledger = try ShippedLedger.copy().path(percentEncoded: false)
    try session.run("report", "--ledger", ledger, "-o", page, "--only", "weather")
    try session.run("report", "--ledger", ledger, "-o", page, "--as-of", "2026-02-30")
    try session.run("report", "--ledger", ledger, "-o", page, "--currency", "euro")
    try session.run("report", "--ledger", ledger, "-o", page + "/a.html")
    try session.run("report", "--ledger", ledger)
    try session.run("report", "--ledger", ledger, "-o", ledger)
    try session.expectGolden("report")
  }
}
