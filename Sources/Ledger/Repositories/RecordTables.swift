public import SQLite

/// The register of the kinds of record, in an order in which each finds the rows it refers to. What
/// else there is to know of a kind stands with its type; a new kind is one line here.
public enum RecordTables {
  /// Their Swift types, in the same order.
  public static let types: [any Record.Type] = [
    Source.self, Party.self, PartyNameRecord.self, PartyIdentifier.self, PartyLink.self,
    Deal.self, Tranche.self, InstrumentIdentifier.self, Participation.self,
    Contract.self, ContractLeg.self, AccountingTreatment.self, DealLink.self,
    Term.self, RepaymentRecord.self, Milestone.self, Holding.self, Asset.self, Pledge.self,
    Event.self, RatingAction.self, Observation.self, Theme.self, ThemeMember.self, Claim.self,
  ]

  /// Their names, in the same order.
  public static let all: [String] = types.map { $0.table }

  /// Those that claims, links and readers name by key, as the view `records` lists them.
  public static let kinds: [String] = types.filter { $0.naming != nil }.map { $0.table }

  /// What claims can be about, in the order in which a key is looked for.
  public static let claimable: [String] = ClaimTurn.allCases.flatMap { turn in
    types.filter { $0.naming?.claims == turn }.map { $0.table }
  }

  /// How records of a table are named by key; nil where they are not.
  public static func naming(of table: String) -> RecordNaming? {
    types.first { $0.table == table }?.naming
  }

  /// The key of a row `t` of a table, as SQL.
  static func keyExpression(of table: String) -> String {
    types.first { $0.table == table }?.keyExpression ?? "t.key"
  }

  /// The row number of the record of a table with a key, or nil.
  static func row(
    of key: String, in table: String, _ database: borrowing some Database & ~Copyable
  ) throws -> Int64? {
    let type = types.first { $0.table == table }
    let row = type?.condition(on: key) ?? ("key = ?", key)
    return try database.value(
      "SELECT id FROM \(table) WHERE \(row.sql)", Bindings([row.binding]), as: Int64.self)
  }

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
