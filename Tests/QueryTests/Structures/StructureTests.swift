import Foundation
import SQLite
import TestSupport
import Testing

/// Docs/Structures.md is what the shipped ledger answers about each financing structure.
///
/// `structures.tsv` names the structures and a record of each, `fields.tsv` the fields of a
/// structure with the SQL that answers them. `UPDATE_GOLDEN=1` writes the page.
@Suite struct StructureTests {
  private static let page = folder.appending(path: "../../../Docs/Structures.md").standardized
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private static func table(_ name: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func structures() throws -> [Structure] {
    let fields = try table("fields.tsv").map {
      Structure.Field(structure: $0[0], name: $0[1], sql: $0[2])
    }
    return try table("structures.tsv").map { line in
      Structure(
        number: line[0], title: line[1], record: line[2],
        fields: fields.filter { $0.structure == line[0] })
    }
  }

  @Test func `the page of structures is what the ledger answers`() throws {
    let ledger = try ShippedLedger.reading()
    let page = try StructurePage(Self.structures(), in: ledger).text
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      return try Data(page.utf8).write(to: Self.page)
    }
    let shown = try String(contentsOf: Self.page, encoding: .utf8)
    guard page != shown else { return }
    let difference = zip(
      page.split(separator: "\n", omittingEmptySubsequences: false),
      shown.split(separator: "\n", omittingEmptySubsequences: false)
    ).first { $0 != $1 }
    Issue.record(
      """
      Docs/Structures.md is not what the ledger answers; UPDATE_GOLDEN=1 swift test writes it
        the ledger: \(difference?.0 ?? "ends")
        the page:   \(difference?.1 ?? "ends")
      """)
  }

  @Test func `the structures are numbered from 1 to 17, each with fields of its own`() throws {
    let structures = try Self.structures()
    #expect(structures.map(\.number) == (1...17).map { "3.\($0)" })
    for structure in structures {
      #expect(structure.fields.count > 6, "\(structure.number)")
      let names = structure.fields.map(\.name)
      #expect(Set(names).count == names.count, "\(structure.number)")
    }
    let known = Set(structures.map(\.number))
    #expect(try Self.table("fields.tsv").allSatisfy { $0.count == 3 && known.contains($0[0]) })
  }

  @Test func `the record of each structure is in the ledger`() throws {
    let ledger = try ShippedLedger.reading()
    for structure in try Self.structures() {
      let count = try Answer.sql(
        "SELECT COUNT(*) FROM records WHERE record_key = '\(structure.record)'", in: ledger)
      #expect(count == "1", "\(structure.record)")
    }
  }

  @Test func `four fields of five have a value`() throws {
    let page = try StructurePage(Self.structures(), in: try ShippedLedger.reading())
    #expect(page.given * 5 >= (page.given + page.notGiven) * 4)
  }
}
