public import SQLite

/// What a claim is about: one attribute of one record.
public struct ClaimSubject: Hashable, Sendable {
  /// The record's table.
  public let table: String
  /// The record's key.
  public let record: String
  /// The attribute, such as `amount`; `record` for the record as a whole.
  public let attribute: String

  /// One with what is given.
  public init(table: String, record: String, attribute: String) {
    self.table = table
    self.record = record
    self.attribute = attribute
  }

  /// What the claim is about.
  public init(of claim: Claim) {
    self.init(table: claim.recordKind, record: claim.record, attribute: claim.attribute)
  }

  /// What a claim on it is really about: an axis of status belongs to the event that set it last, a
  /// role to the participation.
  ///
  /// - Throws: `ClaimRefused` where several parties have the role.
  public func owner(
    in database: borrowing some Database & ~Copyable
  ) throws -> ClaimSubject {
    try AttributeOwner.of(self, in: database)
  }

  /// As people write it: `KEY.attribute`.
  public var text: String { "\(record).\(attribute)" }

  /// Reads `KEY` or `KEY.attribute`, or a name in the key's place. Keys and names may hold points,
  /// so the longest on record is taken.
  ///
  /// - Returns: the key, and the attribute where one is named.
  /// - Throws: `LedgerError.unknownRecord` when neither names a record.
  public static func split(
    _ text: String, in database: borrowing some Database & ~Copyable
  ) throws -> (key: String, attribute: String?) {
    if try !RecordLookup.rows(of: text, in: database).isEmpty { return (text, nil) }
    guard let point = text.lastIndex(of: "."), text[point...].count > 1 else {
      return (try RecordLookup.key(of: text, in: database), nil)
    }
    let key = String(text[..<point])
    let attribute = String(text[point...].dropFirst())
    if try !RecordLookup.rows(of: key, in: database).isEmpty { return (key, attribute) }
    do {
      return (try RecordLookup.key(of: text, in: database), nil)
    } catch LedgerError.unknownRecord {
      return (try RecordLookup.key(of: key, in: database), attribute)
    }
  }
}
