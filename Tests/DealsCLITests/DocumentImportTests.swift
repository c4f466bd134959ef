import Foundation
import Intake
import TestSupport
import Testing

/// Documents that are refused one by one, names that are explained, and dry runs as documents.
@Suite(.temporaryDirectory) struct DocumentImportTests {
  init() throws { try ShippedLedger.copy(.none) }

  private static let cited = #""sources": [{"title": "T", "publisher": "P"}]"#
  private static let deals = [
    #"{"key": "alder", "name": "Alder notes", "kind": "bond", "issuer": "Alder", "#
      + #""currency": "USD", "amount": 1500000000, "evidence": "filed", "#
      + #""binding": "definitive", \#(cited)}"#,
    #"{"key": "birch", "name": "Birch loan", "kind": "term_lone", "issuer": "Birch", "#
      + #""evidence": "filed", "binding": "definitive", \#(cited)}"#,
    #"{"event": "drawn", "deal": "birch", "on": "2026-02", \#(cited)}"#,
    #"{"event": "drawn", "deal": "alder", "on": "2026-02", \#(cited)}"#,
    "{\"key\":",
  ]

  @Test func `what is right is written, the rest goes to the rejects`() throws {
    try TemporaryDirectory.write(Self.deals.joined(separator: "\n"), to: "new.jsonl")
    var session = Session()
    try session.run("import", "new.jsonl", "--keep-going")
    let rejects = try Self.text("new.jsonl.rejects.jsonl")
    try TemporaryDirectory.write(
      rejects.replacing("term_lone", with: "term_loan")
        .split(separator: "\n").dropLast().joined(separator: "\n"), to: "mended.jsonl")
    try session.run("import", "mended.jsonl")
    try session.run("import", "new.jsonl", "--keep-going", "--rejects", "new.jsonl")
    try session.run("import", "new.jsonl", "--keep-going", "--dry-run")
    try expectGolden(
      session.transcript.withoutLedgerHash + "new.jsonl.rejects.jsonl\n" + rejects,
      "document-rejects")
    #expect(!FileManager.default.fileExists(atPath: "new.jsonl.rejects.jsonl.new"))
  }

  @Test func `a name is explained`() throws {
    try TemporaryDirectory.write(
      Self.deals[0].replacing("\"Alder\"", with: "\"Micrasoft\""), to: "near.jsonl")
    var session = Session()
    try session.run("import", "near.jsonl")
    try session.run("import", "near.jsonl", "--match", "Micrasoft=microsoft")
    try session.run("import", "near.jsonl", "--match", "Micrasoft=nobody")
    try session.run("import", "near.jsonl", "--match", "Micrasoft")
    try session.expectGolden("import-match")
  }

  @Test func `a dry run prints documents that do the same`() throws {
    try TemporaryDirectory.write(Self.deals[0], to: "new.jsonl")
    try TemporaryDirectory.write(
      "deal_id;issuer;instrument;tranche;currency;amount;lender\ncedar;Cedar;bond;A;EUR;5;Apollo\n",
      to: "sheet.csv")
    var session = Session()
    let printed = try session.run(
      "import", "--dry-run", "--format", "ndjson", "new.jsonl", "sheet.csv")
    #expect(printed.status == 0)
    try TemporaryDirectory.write(printed.stdout, to: "printed.jsonl")
    try session.run("import", "printed.jsonl")
    try session.run("import", "new.jsonl")
    try session.run("import", "--format", "ndjson", "new.jsonl")
    try session.run("check")
    try session.expectGolden("dry-run-documents")
  }

  @Test func `the documents of a ledger rebuild it, out of a file or a folder`() throws {
    var session = Session()
    try session.run("import", "-", input: Self.deals[0])
    try session.run("export", "documents", "-o", "all.jsonl")
    try session.run("export", "documents", "folder")
    try session.run("export", "documents")
    try session.run("export", "documents", "deals.sqlite/x")
    try session.run("init", "--ledger", "copy.sqlite", "--seeds", "none")
    try session.run("import", "--ledger", "copy.sqlite", "folder")
    try session.run("import", "--ledger", "copy.sqlite", "all.jsonl")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: TemporaryDirectory.file("folder").path(percentEncoded: false)
    ).sorted()
    let deal = try Self.text("folder/deals.jsonl")
    try expectGolden(
      session.transcript.withoutLedgerHash + names.joined(separator: " ") + "\n" + deal,
      "export-documents")
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: TemporaryDirectory.file(name), encoding: .utf8)
  }
}
