import Finance
import Ledger
import SQLite
import Tabular

extension DocumentMapper {
  /// Holds parts that are known only by their place in the list against the ledger, so that none
  /// takes over what is on record of another.
  ///
  /// A participant keeps the number it has for its party and role, or takes the next free one. Any
  /// other part at a place where another one is on record is refused: it needs a key.
  func settlePlaces(in database: borrowing some Database & ~Copyable) throws {
    for table in RecordTables.all {
      for entry in batch.entries[table] ?? [] where placedKeys.contains(entry.record.key) {
        guard let now = entry.record.placeContent,
          let held = try RecordTables.find(table: table, key: entry.record.key, in: database)?
            .placeContent,
          held != now
        else { continue }
        refusePlace(entry, now: now, onRecord: held)
      }
    }
    try settleParticipants(in: database)
  }

  private func refusePlace(_ entry: Batch.Entry, now: String, onRecord held: String) {
    problems.add(
      entry.place.located(
        "'\(now)' stands where '\(held)' is on record as \(entry.record.key)",
        hint: "give it a key of its own, or that key to rename it"))
  }

  private func settleParticipants(in database: borrowing some Database & ~Copyable) throws {
    var newKeys: [String: String] = [:]
    var heldIn: [String: [Participation]] = [:]
    var taken: Set<String> = []
    // What has a key of its own keeps it, also against those that are only numbered.
    taken.formUnion(namedKeys)
    for entry in batch.entries[Participation.table] ?? []
    where !namedKeys.contains(entry.record.key) {
      guard let participation = entry.record as? Participation,
        let container = participation.tranche ?? participation.deal
      else { continue }
      if heldIn[container] == nil {
        heldIn[container] = try Repository<Participation>().all(
          where: participation.tranche == nil ? "deal_id" : "tranche_id", is: container,
          in: database)
      }
      let held = heldIn[container] ?? []
      let same = held.first {
        $0.party == participation.party && $0.role == participation.role
          && !taken.contains($0.key)
      }
      var key = same?.key ?? participation.key
      var number = 1
      while same == nil, taken.contains(key) || held.contains(where: { $0.key == key }) {
        key = "\(container)/p\(number)"
        number += 1
      }
      taken.insert(key)
      if key != participation.key { newKeys[participation.key] = key }
    }
    batch.rekey(Participation.table, newKeys)
    for index in claims.indices {
      if let key = newKeys[claims[index].record] { claims[index].record = key }
    }
  }
}
