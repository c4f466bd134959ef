public import SQLite

/// The tables that hold records, in an order in which each finds the rows it refers to.
public enum RecordTables {
  /// Their Swift types, in the same order.
  public static let types: [any Record.Type] = [
    Source.self, Party.self, PartyNameRecord.self, PartyIdentifier.self, PartyLink.self,
    Deal.self, Tranche.self, InstrumentIdentifier.self, Participation.self,
    Contract.self, ContractLeg.self, AccountingTreatment.self, DealLink.self,
    Event.self, RatingAction.self, Observation.self, Claim.self,
  ]

  /// Their names, in the same order.
  public static let all: [String] = types.map { $0.table }

  /// The record of a table with a key, or nil.
  public static func find(
    table: String, key: String, in database: borrowing some Database & ~Copyable
  ) throws -> (any Record)? {
    guard let type = types.first(where: { $0.table == table }) else { return nil }
    return try find(type, key, in: database)
  }

  private static func find<R: Record>(
    _ type: R.Type, _ key: String, in database: borrowing some Database & ~Copyable
  ) throws -> (any Record)? {
    try Repository<R>().find(key, in: database)
  }
}
