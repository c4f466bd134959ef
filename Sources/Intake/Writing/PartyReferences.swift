import Ledger
import SQLite

/// How documents name parties: by the name each is shown by, where only one has it, else by key.
final class PartyReferences {
  private let resolver: PartyResolver
  private var written: [String: DocumentValue] = [:]

  init(_ database: borrowing some Database & ~Copyable) throws {
    resolver = try PartyResolver(database)
  }

  /// What stands for a party in a document.
  func value(_ key: String) -> DocumentValue {
    if let known = written[key] { return known }
    var value = DocumentValue.object(Self.byKey(key))
    if let name = resolver.name(of: key), resolver.isOnly(key, named: name) { value = .text(name) }
    written[key] = value
    return value
  }

  /// Whether another party goes by the name one is shown by.
  func sharesName(_ party: Party) -> Bool {
    resolver.isNamed(party.name) && !resolver.isOnly(party.key, named: party.name)
  }

  private static func byKey(_ key: String) -> DocumentObject {
    var object = DocumentObject()
    object.add("key", text: key)
    return object
  }
}
