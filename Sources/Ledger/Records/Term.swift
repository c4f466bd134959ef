/// What a deal, a tranche or a contract says beside amount and rate: a call, a covenant, a fee, an
/// option.
public struct Term: PartRecord {
  /// The table of these records.
  public static let table = "term"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "kind", view: "terms", keyColumn: "term_key", claims: .part)
  /// Where the key of what it is part of stands.
  public static let owners: [String: any WritableKeyPath<Term, String?> & Sendable] = [
    "deal": \.deal, "tranche": \.tranche, "contract": \.contract,
  ]
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Term>] =
    [
      .reference("deal_id", \.deal, to: "deal"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .reference("contract_id", \.contract, to: "contract"),
      .code("kind", \.kind, list: "term_kind"),
      .value("number", \.number), .value("number_high", \.numberHigh),
      .code("unit", \.unit, list: "term_unit"), .value("condition", \.condition),
      .value("notes", \.notes),
    ] + amount(\.amount, derived: false) + days("starts", \.starts) + days("ends", \.ends)
    + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The deal's key, where it is a deal's.
  public var deal: String?
  /// The tranche's key, where it is a tranche's.
  public var tranche: String?
  /// The contract's key, where it is a contract's.
  public var contract: String?
  /// A code of the list `term_kind`.
  public var kind = ""
  /// The number of the term in its unit: a ratio, a margin, a count of options.
  public var number: Double?
  /// The upper end, where the term gives two.
  public var numberHigh: Double?
  /// What the number counts, a code of the list `term_unit`.
  public var unit: String?
  /// The amount: a cap, a fee, an escrow.
  public var amount = AmountColumns()
  /// When it begins to apply.
  public var starts = DayPair()
  /// When it ceases to apply.
  public var ends = DayPair()
  /// On what it depends, in words.
  public var condition: String?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// Its kind and condition: anything else at its place is another term.
  public var placeContent: String? { [kind, condition].compactMap(\.self).joined(separator: ": ") }

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
