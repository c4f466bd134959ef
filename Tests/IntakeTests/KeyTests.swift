import SQLite
import TestSupport
import Testing

/// Keys that documents do not give are made by rule, so that the same input finds its records.
@Suite(.temporaryDirectory) struct KeyTests {
  /// A key as written, and as it is stored.
  @Test(arguments: [
    ("meta-2025-11", "meta-2025-11"), ("Meta 2025/11", "meta-2025/11"),
    ("Méta__2025", "m-ta-2025"),
    ("--a--b--", "a-b"), ("A.B/C", "a.b/c"),
  ])
  func `keys are brought into form`(written: String, stored: String) throws {
    let connection = try Workbench.ledger(with: Workbench.deal(written))
    #expect(try rows("SELECT key FROM deal", in: connection) == [stored])
  }

  @Test func `tranches, legs, participations and components are numbered in file order`() throws {
    let connection = try Workbench.ledger(
      with: """
        \(Workbench.deal(
          "d", "\"currency\": \"USD\"",
          #""tranches": [{"name": "A"}, {"key": "d/own", "name": "B"}, {"name": "C", "#
            + #""participants": [{"party": "JPMorgan", "role": "lender"}]}]"#,
          #""participants": [{"party": "JPMorgan", "role": "arranger"}]"#))
        \(Workbench.contract(
          legs: #"{"from": "OpenAI", "to": "CoreWeave", "what": "cash"}, "#
            + #"{"key": "c/own", "from": "CoreWeave", "to": "OpenAI", "what": "compute"}"#))
        """)
    #expect(
      try rows("SELECT key FROM tranche ORDER BY id", in: connection) == ["d/t1", "d/own", "d/t3"])
    #expect(
      try rows("SELECT key FROM participation ORDER BY key", in: connection) == ["d/p1", "d/t3/p1"])
    #expect(
      try rows("SELECT key FROM contract_leg ORDER BY id", in: connection) == ["c/l1", "c/own"])
  }

  @Test func `ratings are party, agency, day and a number`() throws {
    let connection = try Workbench.ledger(
      with: """
        {"agency": "S&P", "grade": "BB", "party": "Meta", "scope": "issuer", \
        "date": "2025-11-03", "sources": ["paper"]}
        {"agency": "S&P", "grade": "BB+", "party": "Meta", "scope": "senior unsecured", \
        "date": "2025-11-03", "sources": ["paper"]}
        {"agency": "Moody's", "grade": "Ba1", "party": "Meta", "scope": "issuer", \
        "date": "2025-11", "sources": ["paper"]}
        {"agency": "Fitch", "grade": "BB", "party": "Meta", "scope": "issuer", "sources": ["paper"]}
        """)
    #expect(
      try rows("SELECT key FROM rating_action ORDER BY key", in: connection) == [
        "meta/fitch/undated/1", "meta/moodys/2025-11/1", "meta/sp/2025-11-03/1",
        "meta/sp/2025-11-03/2",
      ])
  }

  /// The name of a new party, and its key.
  @Test(arguments: [
    ("Crédit Agricole", "credit-agricole"), ("Blue Owl Capital Inc.", "blue-owl-capital-inc"),
    ("Société Générale", "societe-generale"), ("AT&T", "at-t"), ("日本", "u65e5-u672c"),
  ])
  func `a new party's key is its name in ASCII`(name: String, key: String) throws {
    let connection = try Workbench.ledger(with: Workbench.deal(issuer: name))
    #expect(
      try rows(
        "SELECT p.key, p.kind FROM deal d JOIN party p ON p.id = d.issuer_id", in: connection)
        == ["\(key) | unknown"])
  }

  /// The address of a source, and what its key begins with, which eight digits follow.
  @Test(arguments: [
    ("https://www.sec.gov/a", "sec.gov/"), ("https://sec.gov/a", "sec.gov/"),
    ("http://News.Example.com/x?y=z", "news.example.com/"),
  ])
  func `a source's key is its host and a hash of the address`(url: String, host: String) throws {
    let source = { (title: String) in
      #""sources": [{"title": "\#(title)", "publisher": "P", "url": "\#(url)", "grade": "S"}]"#
    }
    let connection = try Workbench.ledger(
      with: Workbench.deal("d", source("T")) + "\n" + Workbench.deal("e", source("Another title")))
    let keys = try rows("SELECT key FROM source WHERE key <> 'paper'", in: connection)
    #expect(keys.count == 1)
    #expect(keys.first?.hasPrefix(host) == true)
    let hash = keys.first?.dropFirst(host.count) ?? ""
    #expect(hash.wholeMatch(of: /[0-9a-v]{12}/) != nil)
  }

  @Test func `different addresses of a host, and titles without address, are different sources`()
    throws
  {
    let connection = try Workbench.ledger(
      with: Workbench.deal(
        "d",
        #""sources": [{"title": "T", "publisher": "P", "url": "https://a.b/1", "grade": "S"}, "#
          + #"{"title": "T", "publisher": "P", "url": "https://a.b/2", "grade": "S"}, "#
          + #"{"title": "T", "publisher": "P", "grade": "S"}, "#
          + #"{"title": "U", "publisher": "P", "grade": "S"}]"#))
    let keys = try rows("SELECT key FROM source WHERE key <> 'paper' ORDER BY id", in: connection)
    #expect(keys.count == 4)
    #expect(keys.filter { $0.hasPrefix("a.b/") }.count == 2)
    #expect(keys.filter { $0.hasPrefix("untitled-") }.count == 2)
  }

  @Test func `two records that meet under one key are a problem`() throws {
    let problems = try Workbench.problems(
      Workbench.deal("Meta 2025") + "\n" + Workbench.deal("meta-2025"))
    #expect(
      problems.contains { $0.hasPrefix("in.jsonl:2:1: ") && $0.contains("'meta-2025' above") })
  }
}
