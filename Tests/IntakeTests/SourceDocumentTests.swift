import Ledger
import SQLite
import TestSupport
import Testing

/// Documents that are sources and parties, and the rows they make.
@Suite(.temporaryDirectory) struct SourceDocumentTests {
  @Test func `a source`() throws {
    let connection = try Workbench.ledger(
      with: """
        {"source_kind": "filing", "key": "8k", "title": "Form 8-K", "publisher": "SEC", \
        "url": "https://sec.gov/8k", "archive_url": "https://archive.org/8k", \
        "content_hash": "\(String(repeating: "A7", count: 32))", "licence": "public domain", \
        "author": "Meta", "published_on": "2025-11-03", "retrieved_on": "2026-11", \
        "language": "en", "grade": "P", "notes": "n"}
        """)
    #expect(
      try rows(
        """
        SELECT kind, title, publisher, author, url, published_on, published_until, retrieved_on,
          retrieved_until, language, grade, notes, archive_url, substr(content_hash, 1, 4),
          licence
        FROM source WHERE key = '8k'
        """, in: connection) == [
          "filing | Form 8-K | SEC | Meta | https://sec.gov/8k | 2025-11-03 | 2025-11-03 | "
            + "2026-11-01 | 2026-11-30 | en | P | n | https://archive.org/8k | a7a7 | "
            + "public domain"
        ])
  }

  @Test(arguments: ["a7", String(repeating: "g7", count: 32)])
  func `a hash that is none is refused with what makes one`(hash: String) throws {
    var connection = try Workbench.make()
    #expect {
      try Workbench.load(
        """
        {"source_kind": "news", "key": "w", "title": "T", "publisher": "P", \
        "content_hash": "\(hash)"}
        """, &connection)
    } throws: {
      "\($0)".contains("is not a SHA-256 of 64 hexadecimal digits (sha256sum FILE prints it)")
    }
  }

  @Test func `a party with names, identifiers, parent and sponsor`() throws {
    let connection = try Workbench.ledger(
      with: """
        {"party_kind": "project_vehicle", "key": "beignet", "name": "Beignet Investor LLC", \
        "country": "US", "names": [ \
        {"name": "Hyperion", "from": "2025-10", "before": "2026-03-01"}, \
        {"name": "Beignet Investor, LLC", "kind": "legal", "language": "en"}], \
        "identifiers": [{"scheme": "cik", "value": "0000320193"}], \
        "parent": "Meta", "sponsor": "JPMorgan", "kind_from": "2025-10", "sources": ["paper"]}
        """)
    #expect(
      try rows(
        """
        SELECT name, kind, country, kind_from_on, kind_from_until FROM party
        WHERE key = 'beignet'
        """, in: connection) == [
          "Beignet Investor LLC | project_vehicle | US | 2025-10-01 | 2025-10-31"
        ]
    )
    #expect(
      try rows(
        """
        SELECT n.name, n.folded, n.kind, n.language, n.from_until, n.before_on FROM party_name n
        JOIN party p ON p.id = n.party_id WHERE p.key = 'beignet' ORDER BY n.id
        """, in: connection) == [
          "Beignet Investor LLC | beignet investor | trading | NULL | NULL | NULL",
          "Hyperion | hyperion | trading | NULL | 2025-10-31 | 2026-03-01",
        ])
    #expect(
      try rows("SELECT key, scheme, value FROM party_identifier", in: connection) == [
        "beignet/cik/0000320193 | cik | 0000320193"
      ])
    #expect(
      try rows(
        """
        SELECT l.kind, t.key FROM party_link l JOIN party t ON t.id = l.to_party_id ORDER BY l.id
        """, in: connection) == ["subsidiary | meta", "sponsor | jpmorgan"])
  }
}
