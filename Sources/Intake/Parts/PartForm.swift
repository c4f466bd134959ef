import Ledger

/// How a part of a record is told: in a list inside the document of what it belongs to, or in a
/// document of its own, which names that record with `on`.
struct PartForm<Part: PartRecord>: Sendable {
  /// The name that tells a document of its own and holds its kind there; also a word of its keys.
  let name: String
  /// The list inside another document.
  let list: String
  /// The name of the kind inside a list.
  let kind: String
  /// What else it says; the amount comes back with the figure beside it.
  let fill: @Sendable (DocumentMapper, PartReader, inout Part) -> StatedAmount
  /// What tells a document of its own without a key from others on the same record.
  let tail: @Sendable (Part) -> String
}

/// What is read of one part, and what it takes over from the record it belongs to.
struct PartReader {
  let object: ObjectReader
  /// The name its kind goes by.
  let kindName: String
  /// The currency of amounts that name none.
  let currency: String?
  /// Its place in the list, from 1, where that is all it is known by.
  let number: Int?
  let origin: Origin
  /// What names that are new are explained with.
  let context: String

  /// The kind, as a code.
  func kind(in list: String) -> String { object.requiredCode(kindName, in: list) }

  /// The amount; a measure is stated or not known. The currency of the whole is no news where there
  /// is no amount.
  func amount() -> StatedAmount {
    var stated = object.amount(currency: currency) { _ in nil }
    stated.columns.measureIsDerived = nil
    if !object.isVerbatim, stated.columns.qualifier == nil,
      !object.has("currency")
    {
      stated.columns.currency = nil
    }
    return stated
  }
}

/// The record that the parts inside its document belong to.
struct PartOwner {
  let table: String
  let key: String
  let currency: String?
  /// The keys of the sources the document cites.
  let sources: [String]
  let origin: Origin
}

/// A part told in a document of its own. It waits until it is known what kind of record it is on.
struct PendingPart {
  let owner: String
  /// The tables that record may be in.
  let tables: [String]
  let place: ObjectReader
  /// Makes it part of the record, in the table the record is in.
  let attach: (String) -> Void
}
