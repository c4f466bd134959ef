import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// The data that ships.
@Suite(.temporaryDirectory) struct SeedTests {
  private static let folders = ["reference", "article", "public-deals"]

  @Test(arguments: folders) func `a folder of seeds imported again changes nothing`(
    folder: String
  ) throws {
    var connection = try ShippedLedger.open()
    let before = try contents(of: connection)
    let summary = try Importer().run(
      Seeding.documents(folder), kind: .seed, command: "test", into: &connection)
    #expect(summary.counts.changesNothing, "\(summary.counts)")
    #expect(summary.newParties == [])
    #expect(try contents(of: connection) == before)
  }

  @Test func `each file of seeds imported again alone changes nothing`() throws {
    var connection = try ShippedLedger.open()
    for folder in Self.folders {
      for file in Seeding.documents(folder) {
        let summary = try Importer().run(
          [file], kind: .seed, command: "test", into: &connection)
        #expect(summary.counts.changesNothing, "\(file.name): \(summary.counts)")
      }
    }
  }

  @Test func `all of it together, on the reference data alone, twice`() throws {
    var connection = try ShippedLedger.open(.none)
    let documents = Self.folders.flatMap(Seeding.documents)
    let first = try Importer().run(documents, kind: .seed, command: "test", into: &connection)
    #expect(first.counts.added > 1_000)
    let second = try Importer().run(documents, kind: .seed, command: "test", into: &connection)
    #expect(second.counts.changesNothing, "\(second.counts)")
  }

  @Test func `one import or several give the same records`() throws {
    var connection = try ShippedLedger.open(.none)
    let documents = Self.folders.flatMap(Seeding.documents)
    _ = try Importer().run(documents, kind: .seed, command: "test", into: &connection)
    let shipped = try ShippedLedger.reading()
    for table in RecordTables.all {
      let question = "SELECT key FROM \(table) ORDER BY key"
      let together = Set(try rows(question, in: connection))
      let apart = Set(try rows(question, in: shipped))
      #expect(together.symmetricDifference(apart).sorted() == [], "\(table)")
    }
    for question in [
      "SELECT tranche_key, amount_minor, counted, stage FROM tranches ORDER BY 1",
      "SELECT deal_key, counted, not_counted_because, amount_usd_minor FROM deals ORDER BY 1",
    ] {
      #expect(try rows(question, in: connection) == rows(question, in: shipped))
    }
  }

  @Test func `seeding a second time changes nothing`() throws {
    var connection = try ShippedLedger.open()
    let question = "SELECT COUNT(*) FROM records"
    let before = try rows(question, in: connection)
    let summary = try Seeding.seed(.all, command: "test", into: &connection)
    #expect(summary.counts.changesNothing)
    #expect(try rows(question, in: connection) == before)
    #expect(
      try rows(
        "SELECT COUNT(*) FROM import_run WHERE command = 'test' AND records_added > 0",
        in: connection)
        == ["0"])
  }

  @Test func `every party of the seeds is known by the reference data`() throws {
    let connection = try ShippedLedger.reading()
    let unknown = try rows(
      """
      SELECT p.key FROM party p JOIN source s ON s.id = p.source_id
      WHERE p.kind = 'unknown' AND p.key NOT LIKE '%/%' AND s.key IN (SELECT key FROM source)
        AND p.run_id <> (SELECT MIN(run_id) FROM party) ORDER BY p.key
      """, in: connection)
    #expect(unknown == [])
  }

  @Test func `tranches sum to what their deal is said to amount to`() throws {
    let connection = try ShippedLedger.reading()
    let compared = try connection.query(
      """
      SELECT d.key, c.qualifier, c.amount_minor, c.amount_low_minor, c.amount_high_minor,
        SUM(t.amount_minor), SUM(coalesce(t.amount_minor, t.amount_low_minor)),
        SUM(coalesce(t.amount_minor, t.amount_high_minor))
      FROM deal d
      JOIN claim c ON c.record_table = 'deal' AND c.record_id = d.id AND c.attribute = 'amount'
        AND c.stance = 'preferred'
      JOIN tranche t ON t.deal_id = d.id AND t.counted = 1 AND t.currency = c.currency
      WHERE NOT EXISTS (
        SELECT 1 FROM deal_link l WHERE l.to_deal_id = d.id AND l.kind = 'part_of')
      GROUP BY d.id ORDER BY d.key
      """
    ) { row in
      (
        key: try row(0, as: String.self), qualifier: try row(1, as: String.self),
        stated: try (2...4).map { try row($0, as: Int64?.self) },
        sums: try (5...7).map { try row($0, as: Int64?.self) }
      )
    }
    #expect(compared.count > 60)
    for deal in compared {
      if let stated = deal.stated[0], deal.sums[0] == deal.sums[1] {
        // About leaves one percent, and a floor may be passed.
        let sum = deal.sums[0] ?? 0
        let slack = deal.qualifier == "about" ? stated / 100 : 0
        let isFloor = deal.qualifier == "at_least" && sum >= stated
        #expect(isFloor || (stated - sum).magnitude <= slack, "\(deal)")
      } else if deal.stated[0] == nil {
        #expect(deal.sums[1] == deal.stated[1] && deal.sums[2] == deal.stated[2], "\(deal)")
      }
    }
  }
}
