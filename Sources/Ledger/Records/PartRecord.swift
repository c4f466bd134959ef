/// A record that is part of exactly one deal, tranche or contract: a term, a repayment, a pledge, a
/// milestone.
public protocol PartRecord: Record {
  /// Where the key of the record it is part of stands, by the table of that record.
  static var owners: [String: any WritableKeyPath<Self, String?> & Sendable] { get }
  /// The source that states it, and the place in the source.
  var origin: Origin { get set }
}

extension PartRecord {
  /// Makes it part of a record of one of the tables in ``owners``.
  public mutating func belong(to key: String, in table: String) {
    if let path = Self.owners[table] { self[keyPath: path] = key }
  }

  /// The key of the record it is part of.
  public var owner: String? {
    Self.owners.values.lazy.compactMap { self[keyPath: $0] }.first
  }
}
