import Ledger

/// A record that stands inside the document of what it belongs to, or in one of its own where that
/// is not written.
struct DocumentPart {
  /// The list it stands in.
  let list: String
  /// What its kind, or the party in it, is called inside that list and in a document of its own.
  let telling: (inside: String, alone: String)
  /// That kind, or that party.
  let told: DocumentValue
  /// What else it says.
  let members: DocumentObject
  let table: String
  let key: String
  let origin: Origin
  /// What names the record it belongs to in a document of its own.
  let ownerName: String

  /// Inside the document of what it belongs to.
  var inside: DocumentObject {
    var object = DocumentObject()
    object.add("key", text: key)
    object.add(telling.inside, told)
    object.add(all: members)
    object.add("source", text: origin.source)
    object.add("locator", text: origin.locator)
    return object
  }

  /// As a document of its own.
  func alone(on owner: String) -> DocumentObject {
    var object = DocumentObject()
    object.add(telling.alone, told)
    object.add(ownerName, text: owner)
    object.add("key", text: key)
    object.add(all: members)
    return object.closed(by: origin)
  }
}

extension DocumentObject {
  /// The document with its source, to be taken word for word.
  func closed(by origin: Origin) -> DocumentObject {
    var object = self
    object.add("sources", list: origin.source.map { [.text($0)] })
    object.add("locator", text: origin.locator)
    object.add(DocumentMapper.verbatim, .truth(true))
    return object
  }
}

/// A record that parts belong to.
struct PartOwnerKey: Hashable {
  let table: String
  let key: String

  init(_ table: String, _ key: String) {
    self.table = table
    self.key = key
  }
}
