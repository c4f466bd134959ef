public import SQLite

/// The claims of a ledger and the one rule that holds of them: where claims are on an attribute,
/// exactly one is preferred, and the record says what it says. Every change goes through here.
public struct ClaimBook: Sendable {
  /// Saves what changes, in the run that is open.
  public var writer: LedgerWriter

  /// One that writes in an open run.
  public init(writer: LedgerWriter) {
    self.writer = writer
  }

  /// What was done, for the person who asked.
  public struct Outcome: Equatable, Sendable {
    /// The claim's key.
    public let claim: String
    /// What it is about, `KEY.attribute`.
    public let subject: String
    /// What was done, in words.
    public let words: String
  }

  // MARK: Reading

  /// The claims on an attribute, in the order they were added.
  public static func claims(
    on subject: ClaimSubject, in database: borrowing some Database & ~Copyable
  ) throws -> [Claim] {
    guard let row = try RecordTables.row(of: subject.record, in: subject.table, database) else {
      return []
    }
    return try database.query(
      """
      SELECT key FROM claim WHERE record_table = ? AND record_id = ? AND attribute = ? ORDER BY id
      """, [subject.table, row, subject.attribute]
    ) { try $0(0, as: String.self) }
    .compactMap { try ClaimRepository().find($0, in: database) }
  }

  /// What is held of an attribute: what its columns say, or the preferred claim where no column
  /// does.
  static func held(
    _ subject: ClaimSubject, place: AttributePlace?,
    in database: borrowing some Database & ~Copyable
  ) throws -> RecordAttributes.Stated? {
    if let place { return try place.stated(in: database) }
    return try claims(on: subject, in: database).first { $0.stance == "preferred" }
      .map { RecordAttributes.Stated($0) }
  }

  /// What the columns of an attribute hold, wherever they are; nil where none do.
  public static func stated(
    _ subject: ClaimSubject, in database: borrowing some Database & ~Copyable
  ) throws -> RecordAttributes.Stated? {
    try AttributePlace.of(subject, in: database)?.stated(in: database)
  }

  /// How the preferred claim on an attribute and its record differ: what each says; nil where they
  /// do not, or where claims alone hold the attribute.
  static func disagreement(
    of claim: Claim, in database: borrowing some Database & ~Copyable
  ) throws -> (claim: String, record: String)? {
    let stated = RecordAttributes.Stated(claim)
    guard let place = try AttributePlace.of(ClaimSubject(of: claim), in: database),
      try !place.holds(stated, in: database)
    else { return nil }
    return (stated.text, try place.stated(in: database)?.text ?? "nothing")
  }

  static func find(
    _ key: String, in database: borrowing some Database & ~Copyable
  ) throws -> Claim {
    if let claim = try ClaimRepository().find(key, in: database) { return claim }
    let similar = try database.query(
      """
      SELECT key FROM claim WHERE stance <> 'supports' AND instr(key, ?1) > 0
      ORDER BY key LIMIT 5
      """, [key]
    ) { try $0(0, as: String.self) }
    throw LedgerError.unknownClaim(key: key, similar: similar)
  }

  // MARK: Writing

  /// Makes a claim on record the one that is followed: the former becomes an alternative, and the
  /// record says what the claim says.
  mutating func follow(
    _ claim: Claim, because reason: String?, in transaction: borrowing Transaction
  ) throws {
    for former in try Self.claims(on: ClaimSubject(of: claim), in: transaction)
    where former.stance == "preferred" && former.key != claim.key {
      try demote(former, in: transaction)
    }
    var claim = claim
    claim.stance = "preferred"
    claim.reason = reason
    try writer.replace(claim, in: transaction)
    try makeRecordSay(claim, in: transaction)
  }

  /// A claim that is no longer followed loses the reason for following it; the log keeps it.
  mutating func demote(_ claim: Claim, in transaction: borrowing Transaction) throws {
    var former = claim
    former.stance = "alternative"
    former.reason = nil
    try writer.replace(former, in: transaction)
  }

  /// Writes what a claim says into the columns of its attribute.
  mutating func makeRecordSay(_ claim: Claim, in transaction: borrowing Transaction) throws {
    let subject = ClaimSubject(of: claim)
    let stated = RecordAttributes.Stated(claim)
    guard let place = try AttributePlace.of(subject, makes: true, in: transaction) else { return }
    guard try !place.holds(stated, in: transaction) else { return }
    guard stated.isValue else {
      throw ClaimRefused("\(claim.key) holds words and no value that the record could take")
    }
    var record = try place.record(saying: stated, in: transaction)
    if var event = record as? Event, event.origin.source == nil {
      event.origin = claim.origin
      record = event
    }
    try writer.replace(record, in: transaction)
  }
}

extension RecordAttributes.Stated {
  /// What a claim states.
  init(_ claim: Claim) {
    self.init(value: claim.value, amount: claim.amount)
  }

  /// Whether it is a value, and not words alone.
  var isValue: Bool { value != nil || amount.hasFigure || amount.qualifier == "undisclosed" }

  /// The value in words.
  public var text: String {
    if let value { return value }
    return amount.hasFigure ? amount.text : amount.qualifier ?? "nothing"
  }
}
