import Foundation
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// What a dry run prints says the same as what it read.
@Suite(.temporaryDirectory) struct DocumentDryRunLaws {
  /// The seed is in the name of the failing case.
  @Test(arguments: UInt64(0)..<8)
  func `random documents: the ledger is rebuilt, and a dry run of more gives the same as they do`(
    seed: UInt64
  ) throws {
    var sample = DocumentSample(seed: seed)
    var ledger = try Workbench.make()
    for _ in 0..<3 { try Self.load(sample.text(12), &ledger) }
    let rebuilt = try DocumentExportLaws.rebuilt(from: ledger)
    let lost = try LedgerContents.differences(ledger, rebuilt).prefix(12)
    #expect(lost == [])

    let more = sample.text(12)
    var other = try Self.copy(of: ledger)
    let before = try contents(of: ledger)
    let printed = try Self.dryRun(more, &ledger)
    #expect(try contents(of: ledger) == before)
    try Self.load(more, &ledger)
    try Self.load(printed, &other, keepsGoing: false)
    let differing = try LedgerContents.differences(ledger, other).prefix(12)
    #expect(differing == [])
  }

  @Test(arguments: UInt64(0)..<4)
  func `sheets: the ledger is rebuilt, and a dry run of another gives the same as it does`(
    seed: UInt64
  ) throws {
    var ledger = try Workbench.make()
    try Self.read(SheetSample(seed: seed, lines: 30).text, &ledger)
    let rebuilt = try DocumentExportLaws.rebuilt(from: ledger)
    let lost = try LedgerContents.differences(ledger, rebuilt).prefix(12)
    #expect(lost == [])

    // Some lines are known, some say otherwise, some are new.
    let text = SheetSample(seed: seed, lines: 60).text
      .replacing(";250;", with: ";275;").replacing(";6,75;", with: ";7,25;")
    var other = try Self.copy(of: ledger)
    var printed = ""
    try Self.read(text, &ledger, isDryRun: true) { printed += $0.line + "\n" }
    try Self.read(text, &ledger)
    try Self.load(printed, &other, keepsGoing: false)
    let differing = try LedgerContents.differences(ledger, other).prefix(12)
    #expect(differing == [])
  }

  /// A copy of a ledger as it stands.
  private static func copy(of ledger: borrowing Connection) throws -> Connection {
    let path = TemporaryDirectory.file("\(UUID().uuidString).sqlite").path(percentEncoded: false)
    try ledger.execute("VACUUM INTO '\(path)'")
    return try LedgerFile.open(path)
  }

  private static func load(
    _ text: String, _ ledger: inout Connection, keepsGoing: Bool = true
  ) throws {
    var options = Importer.Options()
    options.keepsGoing = keepsGoing
    options.createsParties = true
    do {
      _ = try Importer(options: options).run(
        [SourceText(text, name: "in.jsonl")], command: "test", into: &ledger)
    } catch let refused as ImportRefused {
      for problem in refused.problems.prefix(10) { Issue.record("\(problem)") }
    }
  }

  private static func dryRun(_ text: String, _ ledger: inout Connection) throws -> String {
    var options = Importer.Options()
    options.keepsGoing = true
    options.createsParties = true
    options.isDryRun = true
    var printed = ""
    _ = try Importer(options: options).run(
      [SourceText(text, name: "in.jsonl")], command: "test", into: &ledger,
      changes: { printed += $0.line + "\n" })
    return printed
  }

  private static func read(
    _ text: String, _ ledger: inout Connection, isDryRun: Bool = false,
    changes: ((WrittenDocument) throws -> Void)? = nil
  ) throws {
    var options = SheetImporter.Options(name: "sheet.csv")
    options.isDryRun = isDryRun
    options.changes = changes
    options.createsParties = true
    var bytes = Array(text.utf8)[...]
    _ = try SheetImporter(options).run(
      { output in
        while let byte = bytes.first, output.freeCapacity > 0 {
          output.append(byte)
          bytes.removeFirst()
        }
      }, into: &ledger)
  }
}
