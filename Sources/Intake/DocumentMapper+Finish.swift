import Finance
import Ledger
import SQLite
import Tabular

extension DocumentMapper {
  /// Looks up everything that waited until the whole input was read: keys of other records, the
  /// ends of links, and what claims are about.
  func finish(in database: borrowing some Database & ~Copyable) throws {
    try settlePlaces(in: database)
    try checkNeeded(in: database)
    try resolveLinks(in: database)
    try resolveParts(in: database)
    try settleDraws(in: database)
    // Claims look records up more than once; the ledger is asked once for each.
    var found: [String: (any Record)?] = [:]
    var keys: [(String, String)] = []
    for claim in claims {
      for key in [claim.record, claim.disputes].compactMap({ $0 }) {
        for table in RecordTables.claimable { keys.append((table, key)) }
      }
    }
    var preferred: [String: String] = [:]
    for (table, key) in keys where found["\(table) \(key)"] == nil {
      found["\(table) \(key)"] = .some(try RecordTables.find(table: table, key: key, in: database))
    }
    try database.forEachRow(
      """
      SELECT c.record_table, r.record_key, c.attribute, c.key FROM claim c
      JOIN claim_subjects r ON r.claim_id = c.id
      WHERE c.stance = 'preferred'
      """
    ) { row in
      let words = [try row(0, as: String.self), try row(1, as: String.self), try row(2)]
      preferred[words.joined(separator: " ")] = try row(3)
    }
    var onFile: Set<String> = []
    if !claims.isEmpty {
      try database.forEachRow("SELECT key FROM claim") { onFile.insert(try $0(0)) }
    }
    var days: [ClaimSubject: RecordAttributes.Stated] = [:]
    for claim in claims where claim.attribute.hasSuffix("_on") {
      for table in [Deal.table, Contract.table] {
        let subject = ClaimSubject(table: table, record: claim.record, attribute: claim.attribute)
        days[subject] = try ClaimBook.stated(subject, in: database)
      }
    }
    try ClaimResolution(mapper: self, daysOnFile: days).resolve(
      stored: { found["\($0) \($1)"] ?? nil },
      preferredKey: { preferred["\($0) \($1) \($2)"] }, isOnFile: onFile.contains)
  }

  private func checkNeeded(in database: borrowing some Database & ~Copyable) throws {
    for reference in needed where !reference.key.isEmpty {
      if reference.tables.contains(where: { batch.contains(table: $0, reference.key) }) { continue }
      if try table(of: reference.key, among: reference.tables, in: database) != nil { continue }
      problems.add(
        missing(
          reference.tables.joined(separator: " or "), reference.key, at: reference.place))
    }
  }

  /// That a record is not there, or not to be had.
  func missing(_ kind: String, _ key: String, at place: JSONValue) -> SourceProblem {
    if let refused = refused.place(of: key) {
      return place.located(
        "rests on the \(kind) '\(key)' at \(refused), which is refused",
        hint: "mend that one first")
    }
    return place.located(
      "there is no \(kind) '\(key)'", hint: "neither in this input nor in the ledger")
  }

  private func table(
    of key: String, among tables: [String], in database: borrowing some Database & ~Copyable
  ) throws -> String? {
    if let table = tables.first(where: { batch.contains(table: $0, key) }) { return table }
    for table in tables where RecordTables.all.contains(table) {
      let exists = try database.value(
        "SELECT EXISTS (SELECT 1 FROM \(table) WHERE key = ?)", [key], as: Bool.self)
      if exists == true { return table }
    }
    return nil
  }

  private func resolveParts(in database: borrowing some Database & ~Copyable) throws {
    for part in parts where !part.owner.isEmpty {
      if let table = try table(of: part.owner, among: part.tables, in: database) {
        part.attach(table)
      } else {
        problems.add(
          missing(
            part.tables.joined(separator: " or "), part.owner,
            at: part.place.member("on") ?? part.place.value))
      }
    }
  }

  private func resolveLinks(in database: borrowing some Database & ~Copyable) throws {
    let ends = ["deal", "contract"]
    for link in links {
      let fromTable = try link.fromTable ?? table(of: link.from, among: ends, in: database)
      let toTable = try table(of: link.to, among: ends, in: database)
      guard let fromTable, let toTable else { continue }
      if fromTable == toTable, link.from == link.to {
        problems.add(link.place.located("links '\(link.from)' with itself"))
        continue
      }
      var record = DealLink(
        key: link.key ?? "\(link.from)/\(RecordKey.normalised(link.kind))/\(link.to)")
      record.kind = link.kind
      if fromTable == "deal" {
        record.fromDeal = link.from
      } else {
        record.fromContract = link.from
      }
      if toTable == "deal" { record.toDeal = link.to } else { record.toContract = link.to }
      record.reason = link.reason
      record.origin = link.origin
      add(record, at: link.place)
    }
  }
}
