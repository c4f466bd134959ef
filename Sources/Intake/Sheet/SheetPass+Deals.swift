import Finance
import Ledger
import SQLite
import Tabular

/// By which key a line names its deal.
struct SheetDealKey {
  let key: TextBytes
  let hash: UInt64
  /// The hash of what its lines must say alike.
  let content: UInt64
}

/// What the tranches of a new deal need of it. Its texts are shared and outlive the line.
struct SheetDealFacts {
  var row: Int64 = 0
  var issuer: Int64 = 0
  var source: Int64 = 0
  var isFromSheet = false
  var datedSpan: DateSpan?
  var dated = BulkDays()
  var priced = BulkDays()
  var settled = BulkDays()
  var rated = BulkDays()
  var state: BulkState?
  var evidence = TextBytes.nothing
  var binding = TextBytes.nothing
  var funding = TextBytes.nothing
}

extension SheetPass {
  /// The key of the line's deal: as given, else made of the issuer and the day.
  func deal(of record: borrowing DelimitedRecord) throws -> SheetDealKey? {
    let given = values.text(.dealKey, record)
    var key = TextBytes.nothing
    if !given.isEmpty {
      key = keys.normalised(given)
      if key.isEmpty { values.add("makes no key", .dealKey, record, hint: "use letters and digits") }
    } else if let issuer = values.string(.issuer, record) {
      let day = dealDay(record)
      key = keys.copy(RecordKey.made(fromName: issuer) + (day.map { "-\($0.first)" } ?? ""))
    }
    if values.text(.issuer, record).isEmpty {
      values.add("the line names no issuer", .issuer, record)
    }
    guard !key.isEmpty else { return nil }
    let content = content(SheetColumn.ofDeal, record)
    return SheetDealKey(key: key, hash: DelimitedHash.of(key.span), content: content)
  }

  private func dealDay(_ record: borrowing DelimitedRecord) -> DateSpan? {
    for column in [SheetColumn.announcedOn, .pricedOn, .signedOn, .closedOn] {
      if let days = values.days(column, record) { return days }
    }
    return nil
  }

  /// What is known of the line's deal; nil for one that is new.
  func entry(
    of deal: SheetDealKey, _ record: borrowing DelimitedRecord,
    in transaction: borrowing Transaction
  ) throws -> Entry? {
    if let entry = deals[deal.hash] {
      if !entry.wasKnown, entry.content != deal.content {
        contradict(SheetColumn.ofDeal, of: "deal", entry, deal: deal, record)
      }
      return entry
    }
    guard let row = try load.deal(deal.key, known, in: transaction) else { return nil }
    let entry = Entry(
      row: row, content: deal.content, line: Int32(clamping: record.line), wasKnown: true)
    deals.set(deal.hash, entry)
    return entry
  }

  /// Adds what is new on a line: its deal, its tranche, and the part of its lender.
  func add(
    _ record: borrowing DelimitedRecord, _ line: BulkLine, deal: SheetDealKey,
    in transaction: borrowing Transaction
  ) throws {
    let entry = deals[deal.hash]
    let reading =
      entry.map { $0.row == facts?.row } == true ? nil : readDeal(record, deal: deal.key)
    let tranche = readTranche(record, deal: deal)
    let lender = try self.lender(record, tranche: tranche.key)
    guard values.problems.isEmpty, isWriting else { return }
    try load.begin(in: transaction)
    if var reading {
      reading.facts.source = try source(record, in: transaction)
      reading.facts.issuer = try row(of: reading.issuer, source: reading.facts.source)
      if let entry {
        reading.facts.row = entry.row
      } else {
        reading.facts.row = try write(reading, record, deal: deal)
        let new = Entry(
          row: reading.facts.row, content: deal.content, line: Int32(clamping: record.line),
          wasKnown: false)
        deals.set(deal.hash, new)
      }
      facts = reading.facts
    }
    guard let facts else { return }
    try write(tranche, lender, record, line, of: facts)
    note(record)
  }

  /// A new deal, before anything of it is written.
  struct NewDeal {
    var facts = SheetDealFacts()
    var issuer: SheetParty
    var status: SheetStatus
    var kind: TextBytes
    var currency: TextBytes
    var country: TextBytes
    var treatment: TextBytes?
    var fundingIsDerived: Bool
  }

  private func readDeal(_ record: borrowing DelimitedRecord, deal key: TextBytes) -> NewDeal {
    let kind = values.code(.instrument, in: "deal_kind", SheetWords.instruments, record)
    let axes = axes(record, kind: kind)
    let texts = values.texts
    let dated: [(kind: TextBytes, days: DateSpan?)] = [
      (texts.bytes(of: "announced"), values.days(.announcedOn, record)),
      (texts.bytes(of: "priced"), values.days(.pricedOn, record)),
      (texts.bytes(of: "signed"), values.days(.signedOn, record)),
      (texts.bytes(of: "closed"), values.days(.closedOn, record)),
    ]
    let status = SheetStatus(
      dated, binds: { $0 == 1 || $0 == 2 }, settles: { $0 == 3 }, evidence: axes.evidence,
      binding: axes.binding, funding: axes.funding, undated: dated[0].kind)
    var new = NewDeal(
      issuer: party(.issuer, record, context: key), status: status, kind: kind,
      currency: values.currency(record).map { texts.bytes(of: $0.code) } ?? .nothing,
      country: country(record),
      treatment: values.word(.balanceSheet, SheetWords.treatments, record),
      fundingIsDerived: axes.isDerived)
    let span = dated[1].days ?? dated[3].days ?? dated[2].days ?? dated[0].days
    new.facts.datedSpan = span ?? values.days(.sourceDate, record)
    new.facts.dated = days(new.facts.datedSpan)
    new.facts.priced = days(dated[1].days)
    new.facts.settled = days(dated[3].days)
    new.facts.rated = days(dated[1].days ?? dated[0].days ?? span)
    new.facts.state = status.states(texts).last
    new.facts.evidence = axes.evidence.map { texts.bytes(of: $0.rawValue) } ?? .nothing
    new.facts.binding = axes.binding.map { texts.bytes(of: $0.rawValue) } ?? .nothing
    new.facts.funding = axes.funding.map { texts.bytes(of: $0.rawValue) } ?? .nothing
    return new
  }

  private func write(
    _ new: NewDeal, _ record: borrowing DelimitedRecord, deal: SheetDealKey
  ) throws -> Int64 {
    var row = BulkDeal()
    row.key = deal.key
    let name = values.text(.dealName, record)
    row.name = name.isEmpty ? values.text(.issuer, record) : name
    row.kind = new.kind
    row.issuer = new.facts.issuer
    row.currency = new.currency
    row.country = new.country
    row.useOfProceeds = values.text(.useOfProceeds, record)
    row.quote = values.text(.quote, record)
    row.notes = values.text(.notes, record)
    row.source = new.facts.source
    let number = try bulk.add(row)
    for step in new.status.steps {
      var event = BulkEvent()
      event.deal = number
      event.kind = step.kind
      event.occurred = days(step.days)
      event.evidence = step.evidence.map { values.texts.bytes(of: $0.rawValue) } ?? .nothing
      event.binding = step.binding.map { values.texts.bytes(of: $0.rawValue) } ?? .nothing
      event.funding = step.funding.map { values.texts.bytes(of: $0.rawValue) } ?? .nothing
      event.fundingIsDerived = step.funding != nil && new.fundingIsDerived
      event.source = new.facts.source
      try bulk.add(event)
    }
    for state in new.status.states(values.texts) { try bulk.add(state, deal: number) }
    if let treatment = new.treatment {
      try bulk.addTreatment(
        treatment, deal: number, party: new.facts.issuer, source: new.facts.source)
    }
    return number
  }

  func days(_ span: DateSpan?) -> BulkDays {
    guard let span else { return BulkDays() }
    return BulkDays(
      on: values.texts.bytes(of: span.first), until: values.texts.bytes(of: span.last))
  }
}
