import Ledger
public import SQLite

extension DocumentWriter {
  /// Writes every claim as a document of its own with its source in full: what sources say before
  /// any of it is chosen. Imported into a ledger with the same records they change nothing.
  ///
  /// - Returns: how many there are.
  @discardableResult
  public static func writeClaims(
    of database: borrowing some Database & ~Copyable,
    to sink: @escaping (WrittenDocument) throws -> Void
  ) throws -> Int {
    var writer = try DocumentWriter(.all, database, sink)
    try writer.gatherClaims(of: database)
    let sources = try writer.sources(of: database)
    for owner in writer.claims.keys.sorted(by: { ($0.table, $0.key) < ($1.table, $1.key) }) {
      for claim in writer.claims[owner] ?? [] {
        let source = claim.origin.source.flatMap { sources[$0] }
        try writer.write(alone(claim, source: source), among: "claims")
      }
    }
    return writer.count
  }

  /// Every source as an object, by its key.
  private func sources(
    of database: borrowing some Database & ~Copyable
  ) throws -> [String: DocumentObject] {
    let (forms, references) = (forms, references)
    var found: [String: DocumentObject] = [:]
    try Repository<Source>().forEach(in: .all, of: database) { _, _, source in
      var object = DocumentObject()
      object.add("key", text: source.key)
      for member in forms.source.of(source, isNew: false, references).members
      where !["source_kind", "notes"].contains(member.name) {
        object.add(member.name, member.value)
      }
      found[source.key] = object
    }
    return found
  }

  private static func alone(_ claim: DocumentPart, source: DocumentObject?) -> DocumentObject {
    var object = DocumentObject()
    object.add("on", text: claim.key)
    object.add(claim.telling.alone, claim.told)
    object.add(all: claim.members)
    object.add("sources", list: source.map { [.object($0)] })
    object.add("locator", text: claim.origin.locator)
    object.add(DocumentMapper.verbatim, .truth(true))
    return object
  }
}
