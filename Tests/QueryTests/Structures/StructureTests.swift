import SQLite
import TestSupport
import Testing

/// Docs/Structures.md is what the shipped ledger answers about each financing structure.
///
/// `structures.tsv` names the structures and a record of each, `fields.tsv` the fields of a
/// structure with the SQL that answers them. `UPDATE_GOLDEN=1` writes the page.
@Suite struct StructureTests {
  private static func structures() throws -> [Structure] {
    let fields = try RepositoryFile.table("fields.tsv").map {
      Structure.Field(structure: $0[0], name: $0[1], sql: $0[2])
    }
    return try RepositoryFile.table("structures.tsv").map { line in
      Structure(
        number: line[0], title: line[1], record: line[2],
        fields: fields.filter { $0.structure == line[0] })
    }
  }

  @Test func `the page of structures is what the ledger answers`() throws {
    let ledger = try ShippedLedger.reading()
    try RepositoryFile.expect(
      StructurePage(Self.structures(), in: ledger).text, at: "Docs/Structures.md")
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
    let fields = try RepositoryFile.table("fields.tsv")
    #expect(fields.allSatisfy { $0.count == 3 && known.contains($0[0]) })
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
