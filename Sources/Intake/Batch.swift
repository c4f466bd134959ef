import Ledger
import SQLite
import Tabular

/// The records of an input, before any of them is written.
struct Batch {
  /// A record, and where in the input it stands.
  struct Entry {
    var record: any Record
    let place: JSONValue
    /// Only fill what the ledger lacks: a source mentioned in passing.
    let fillingOnly: Bool
  }

  private(set) var entries: [String: [Entry]] = [:]
  private var index: [String: [String: Int]] = [:]

  /// Adds a record.
  ///
  /// - Returns: whether its key was free.
  @discardableResult
  mutating func add(_ record: any Record, at place: JSONValue, fillingOnly: Bool = false) -> Bool {
    let table = type(of: record).table
    guard index[table]?[record.key] == nil else { return false }
    index[table, default: [:]][record.key] = entries[table]?.count ?? 0
    entries[table, default: []].append(
      Entry(record: record, place: place, fillingOnly: fillingOnly))
    return true
  }

  func find<R: Record>(_ type: R.Type, _ key: String) -> R? {
    guard let position = index[R.table]?[key] else { return nil }
    return entries[R.table]?[position].record as? R
  }

  func all<R: Record>(_ type: R.Type) -> [R] {
    (entries[R.table] ?? []).compactMap { $0.record as? R }
  }

  func find(table: String, _ key: String) -> (any Record)? {
    index[table]?[key].flatMap { entries[table]?[$0].record }
  }

  /// Where a record stands in the input.
  func place(table: String, _ key: String) -> JSONValue? {
    index[table]?[key].flatMap { entries[table]?[$0].place }
  }

  func contains(table: String, _ key: String) -> Bool { index[table]?[key] != nil }

  /// Changes a record that was added.
  mutating func change<R: Record>(_ type: R.Type, _ key: String, _ body: (inout R) -> Void) {
    guard let position = index[R.table]?[key], var record = find(type, key) else { return }
    body(&record)
    entries[R.table]?[position].record = record
  }

  /// Gives records other keys, all at once.
  mutating func rekey(_ table: String, _ newKeys: [String: String]) {
    guard !newKeys.isEmpty, var changed = entries[table] else { return }
    var places: [String: Int] = [:]
    for position in changed.indices {
      let key = changed[position].record.key
      changed[position].record.key = newKeys[key] ?? key
      places[changed[position].record.key] = position
    }
    entries[table] = changed
    index[table] = places
  }

  /// Every entry, in an order in which each finds what it refers to.
  var inOrder: [Entry] {
    RecordTables.all.flatMap { table in
      let found = entries[table] ?? []
      guard found.contains(where: { Self.ofItsKind($0.record) != nil }) else { return found }
      let ranked = found.map { (entry: $0, depth: depth(of: $0.record, in: table)) }
      let deepest = ranked.map(\.depth).max() ?? 0
      return (0...deepest).flatMap { depth in
        ranked.filter { $0.depth == depth }.map(\.entry)
      }
    }
  }

  /// How many records of its own table stand before a record in what it refers to. A circle is left
  /// to the ledger, which refuses it.
  private func depth(of record: any Record, in table: String) -> Int {
    var depth = 0
    var next = Self.ofItsKind(record)
    while let key = next, depth < entries[table]?.count ?? 0, let other = find(table: table, key) {
      depth += 1
      next = Self.ofItsKind(other)
    }
    return depth
  }

  /// The record of its own kind that a record refers to: the claim it disputes, its whole, the
  /// series it joins.
  private static func ofItsKind(_ record: any Record) -> String? {
    switch record {
    case let claim as Claim: claim.disputes
    case let part as Observation: part.parent
    case let tap as Tranche: tap.joins
    default: nil
    }
  }
}
