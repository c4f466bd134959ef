import Finance
import Ledger
import SQLite
import Tabular

/// The party a cell names.
enum SheetParty {
  case row(Int64)
  case new(key: String, name: String, hash: UInt64?)
}

/// The part a line's lender takes.
struct SheetLender {
  let party: SheetParty
  let role: TextBytes
  let amount: BulkAmount
  let sharePercent: Double?
}

extension SheetPass {
  private static let longestName = 500

  /// The lender of a line, if it names one.
  mutating func lender(
    _ record: borrowing DelimitedRecord, tranche key: TextBytes, hash: UInt64 = 0
  ) throws -> SheetLender? {
    guard values.layout.has(.lender), !values.text(.lender, record).isEmpty else { return nil }
    let role = values.code(.role, in: "participation_role", SheetWords.roles, record)
    let currency = values.currency(record)
    let stated = values.amount(.lenderAmount, in: currency, record)
    if let minor = stated.minor, let last = lastAmount, last.tranche == hash,
      last.currency == currency?.number, minor > last.minor
    {
      values.doubt(minor, .lenderAmount, beside: last.minor, of: "the tranche", currency, record)
    }
    var amount = BulkAmount()
    amount.minor = stated.minor
    amount.qualifier = stated.qualifier
    if stated.minor != nil { amount.currency = currency?.code ?? .nothing }
    return SheetLender(
      party: party(.lender, record, context: key),
      role: role.isEmpty ? TextBytes("lender") : role, amount: amount,
      sharePercent: values.number(.sharePercent, record))
  }

  /// The party that a cell names, if it names one.
  mutating func optionalParty(
    _ column: SheetColumn, _ record: borrowing DelimitedRecord, context: TextBytes
  ) -> SheetParty? {
    values.text(column, record).isEmpty ? nil : party(column, record, context: context)
  }

  /// The party that a cell names. Nothing is written yet.
  mutating func party(
    _ column: SheetColumn, _ record: borrowing DelimitedRecord, context: TextBytes
  ) -> SheetParty {
    let bytes = values.text(column, record)
    let hash = DelimitedHash.of(bytes.span)
    if let row = partyRows[hash] { return .row(row) }
    let text = String(decoding: bytes, as: UTF8.self)
    let name = PartyName(text)
    guard bytes.count <= Self.longestName, !name.key.isEmpty else {
      values.add(
        bytes.count > Self.longestName
          ? "a name has at most \(Self.longestName) letters" : "“\(text)” holds no letter", column,
        record)
      return .row(0)
    }
    let answer = parties.resolve(
      text, context: String(decoding: context, as: UTF8.self),
      createsNearMisses: options.createsParties)
    // Of a party that nobody names there is one for each record.
    let remembered = name.isAnonymous ? nil : hash
    switch answer {
    case .known(let key):
      guard let row = partiesByKey[key] ?? known.party(key) else { return .row(0) }
      if let remembered { partyRows.set(remembered, row) }
      return .row(row)
    case .new(let key): return .new(key: key, name: text, hash: remembered)
    case .near(let candidates):
      values.add(
        "“\(text)” \(PartyMatch.nearness(of: text, to: candidates))", column, record,
        hint: "write it so, or say \(PartyMatch.choices(text, candidates.map(\.key))) if it is "
          + "that one, --create-parties if it is another")
    case .ambiguous(let keys):
      values.add(
        "“\(text)” is the name of \(keys.joined(separator: " and "))", column, record,
        hint: "use a name only one of them has, or say \(PartyMatch.choices(text, keys))")
    }
    return .row(0)
  }

  /// The row number of a party, which is made where it is new.
  mutating func row(of party: SheetParty, source: Int64) throws -> Int64 {
    guard case .new(let key, let name, let hash) = party else {
      if case .row(let row) = party { return row }
      return 0
    }
    if let row = partiesByKey[key] { return row }
    let texts = [
      key, "\(key)/name/\(RecordKey.made(fromName: name))", name, PartyName(name).key,
    ].map { values.texts.bytes(of: $0) }
    let row = try bulk.addParty(
      key: texts[0], nameKey: texts[1], name: texts[2], folded: texts[3], source: source)
    partiesByKey[key] = row
    if let hash {
      partyRows.set(hash, row)
      newParties.append(name)
    }
    parties.learn(party: key, name: name)
    return row
  }
  /// Writes the figures of the part a party takes in a new tranche.
  mutating func addLending(
    of part: BulkParticipation, row: Int64, in currency: SheetCurrency?, _ facts: SheetDealFacts
  ) throws {
    let isInvestor = part.role.equals("investor")
    guard
      isInvestor || part.role.equals("lender") || part.role.equals("anchor_investor")
        || part.role.equals("holder")
    else { return }
    var lending = BulkLending(participation: row)
    lending.lender = known.identity(of: part.party)
    lending.issuer = known.identity(of: facts.issuer)
    lending.deal = facts.row
    lending.minor = part.amount.minor
    if let currency { lending.rate = rate(of: currency, in: facts.datedDays).cents }
    lending.isInvestor = isInvestor
    lending.state = facts.state
    lending.isPartlyDrawn = facts.state?.funding.equals("partly_drawn") == true
    try bulk.add(lending)
  }
}
