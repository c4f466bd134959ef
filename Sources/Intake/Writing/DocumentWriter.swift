import Finance
public import Ledger
public import SQLite

/// Writes records as the deal documents that would bring them into a ledger without them.
///
/// Each is to be taken word for word (`verbatim`): nothing is derived from it, so that the ledger
/// that reads it holds what this one holds. A part stands in the document of what it belongs to,
/// where that is written too, else in one of its own.
public struct DocumentWriter: ~Copyable {
  let selection: RecordSelection
  let forms = DocumentForms()
  let references: PartyReferences
  private let sink: (WrittenDocument) throws -> Void
  /// What is still to be written of each record, in the order it was added.
  var parts: [PartOwnerKey: [DocumentPart]] = [:]
  /// Claims on each record.
  var claims: [PartOwnerKey: [DocumentPart]] = [:]
  /// Keys made for rows that have none.
  var madeKeys: [PartOwnerKey: String] = [:]
  /// How many documents were written.
  public private(set) var count = 0

  /// Writes what is selected.
  ///
  /// - Parameter sink: is given each document, those that others name before them.
  /// - Returns: how many documents there were.
  @discardableResult
  public static func write(
    _ selection: RecordSelection, of database: borrowing some Database & ~Copyable,
    to sink: @escaping (WrittenDocument) throws -> Void
  ) throws -> Int {
    var writer = try DocumentWriter(selection, database, sink)
    try writer.writeAll(of: database)
    return writer.count
  }

  init(
    _ selection: RecordSelection, _ database: borrowing some Database & ~Copyable,
    _ sink: @escaping (WrittenDocument) throws -> Void
  ) throws {
    self.selection = selection
    self.sink = sink
    references = try PartyReferences(database)
  }

  private mutating func writeAll(of database: borrowing some Database & ~Copyable) throws {
    try gatherParts(of: database)
    try gatherClaims(of: database)
    try writeSources(of: database)
    try writeParties(of: database)
    try writeAssets(of: database)
    try writeDeals(of: database)
    try writeContracts(of: database)
    try writeStatistics(of: database)
    try writeThemes(of: database)
    try writeHoldings(of: database)
    try writeTreatments(of: database)
    try writeLeftParts()
    try writeDailyValues(of: database)
  }

  mutating func write(_ document: DocumentObject, among kind: String) throws {
    try sink(WrittenDocument(kind: kind, line: document.line))
    count += 1
  }

  /// The key a document gives a record: its own; for a row with none but its number, one made of
  /// what it belongs to. A row that was there before the run is found by its number.
  mutating func key<R: Record>(of record: R, isNew: Bool, in owner: String) -> String {
    guard isNew, R.isRowNumber(record.key) else { return record.key }
    let name = record.key.map { $0 == "/" ? "-" : $0 }
    let made = "\(owner)/\(String(name))"
    madeKeys[PartOwnerKey(R.table, record.key)] = made
    return made
  }

  /// The parts of a record, and the claims on it and them, which are not written again.
  mutating func take(
    of owner: PartOwnerKey, into object: inout DocumentObject, claims: inout [DocumentPart]
  ) {
    let taken = parts.removeValue(forKey: owner) ?? []
    var lists: [(name: String, elements: [DocumentValue])] = []
    for part in taken {
      if let index = lists.firstIndex(where: { $0.name == part.list }) {
        lists[index].elements.append(.object(part.inside))
      } else {
        lists.append((part.list, [.object(part.inside)]))
      }
      claims += self.claims.removeValue(forKey: PartOwnerKey(part.table, part.key)) ?? []
    }
    for list in lists { object.add(list.name, list: list.elements) }
    claims = (self.claims.removeValue(forKey: owner) ?? []) + claims
  }

  /// Claims inside the document of a record: those on another record name it.
  func inside(_ claims: [DocumentPart], of head: PartOwnerKey) -> [DocumentValue] {
    claims.map { claim in
      var object = DocumentObject()
      if PartOwnerKey(claim.table, claim.key) != head { object.add("on", text: claim.key) }
      object.add(claim.telling.inside, claim.told)
      object.add(all: claim.members)
      object.add("source", text: claim.origin.source)
      object.add("locator", text: claim.origin.locator)
      return .object(object)
    }
  }
}

/// A document that was written.
public struct WrittenDocument: Sendable {
  /// What kind it is of, in the plural: `deals`.
  public let kind: String
  /// The document on one line.
  public let line: String
}
