import Foundation
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// Documents written out of a ledger give an equal ledger.
@Suite(.temporaryDirectory) struct DocumentExportLaws {
  @Test func `the documents of the shipped ledger rebuild it`() throws {
    let shipped = try ShippedLedger.reading()
    let rebuilt = try Self.rebuilt(from: shipped)
    let differences = try LedgerContents.differences(shipped, rebuilt)
    #expect(differences.prefix(20) == [])
  }

  @Test func `documents imported into the ledger they were written from change nothing`() throws {
    var ledger = try ShippedLedger.open()
    let text = try Self.documents(of: ledger)
    let summary = try Importer().run(
      [SourceText(text, name: "out.jsonl")], command: "test", into: &ledger)
    #expect(summary.counts.changesNothing, "\(summary.changes.prefix(10))")
  }

  /// A ledger that was empty but for its code lists, with the documents of another one.
  static func rebuilt(from ledger: borrowing Connection) throws -> Connection {
    let text = try documents(of: ledger)
    let file = TemporaryDirectory.file("\(UUID().uuidString).sqlite")
    try FileManager.default.copyItem(at: try empty.get(), to: file)
    var rebuilt = try LedgerFile.open(file.path(percentEncoded: false))
    do {
      _ = try Importer().run(
        [SourceText(text, name: "out.jsonl")], command: "test", into: &rebuilt)
    } catch let refused as ImportRefused {
      for problem in refused.problems.prefix(10) { Issue.record("\(problem)") }
      throw refused
    }
    return rebuilt
  }

  /// A ledger with nothing but its code lists, made once.
  private static let emptyFile = FileManager.default.temporaryDirectory
    .appending(path: "deals-\(UUID().uuidString).sqlite")
  private static let empty = Result {
    atexit { try? FileManager.default.removeItem(at: DocumentExportLaws.emptyFile) }
    var connection = try LedgerFile.create(emptyFile.path(percentEncoded: false))
    try Seeding.refresh(&connection)
    return emptyFile
  }

  /// Every document of a ledger, one a line.
  static func documents(of ledger: borrowing Connection) throws -> String {
    var text = ""
    try DocumentWriter.write(.all, of: ledger) { text += $0.line + "\n" }
    return text
  }
}
