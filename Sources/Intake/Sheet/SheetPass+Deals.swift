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
  var datedDays: SheetDays?
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
  mutating func deal(of record: borrowing DelimitedRecord) -> SheetDealKey? {
    let given = values.text(.dealKey, record)
    var key = TextBytes.nothing
    if !given.isEmpty {
      key = keys.normalised(given)
      if key.isEmpty {
        values.add("makes no key", .dealKey, record, hint: "use letters and digits")
      }
    } else if let issuer = values.string(.issuer, record) {
      let day = dealDay(record)
      key = keys.copy(
        RecordKey.made(fromName: issuer)
          + (day.map { "-" + String(decoding: $0.on, as: UTF8.self) } ?? ""))
    }
    if values.text(.issuer, record).isEmpty {
      values.add("the line names no issuer", .issuer, record)
    } else if SheetWords.isTotal(values.text(.issuer, record)) {
      values.add(
        "the line is a total and no deal", .issuer, record,
        hint: "leave it out, or skip it in a rules file")
    }
    guard !key.isEmpty else { return nil }
    let content = content(dealCells, record)
    return SheetDealKey(key: key, hash: DelimitedHash.of(key.span), content: content)
  }

  private mutating func dealDay(_ record: borrowing DelimitedRecord) -> SheetDays? {
    for column in [SheetColumn.announcedOn, .pricedOn, .signedOn, .closedOn] {
      if let days = values.days(column, record) { return days }
    }
    return nil
  }

  /// What is known of the line's deal; nil for one that is new.
  mutating func entry(
    of deal: SheetDealKey, _ record: borrowing DelimitedRecord,
    in transaction: borrowing Transaction
  ) throws -> Entry? {
    if let entry = deals[deal.hash] {
      if !entry.wasKnown, !entry.agrees(with: deal.content) {
        contradict(SheetColumn.ofDeal, of: "deal", entry, deal: deal, record)
      }
      return entry
    }
    guard let row = try load.deal(deal.key, known, in: transaction) ?? natural(record, transaction)
    else { return nil }
    let entry = Entry(
      row: row, content: deal.content, line: record.originalLine, wasKnown: true)
    deals.set(deal.hash, entry)
    return entry
  }

  /// The deal of a line without a key: the one of its issuer on its day that was there before.
  private mutating func natural(
    _ record: borrowing DelimitedRecord, _ transaction: borrowing Transaction
  ) throws -> Int64? {
    guard values.text(.dealKey, record).isEmpty, let issuer = values.string(.issuer, record),
      let party = parties.known(issuer).flatMap(known.party), let days = dealDay(record),
      days.first == days.last
    else { return nil }
    try load.restoreIndexes(in: transaction)
    let found = try KnownRows.deals(
      ofIssuer: party, on: String(decoding: days.on, as: UTF8.self), in: transaction
    ).filter { $0 <= known.dealCount }
    if found.count > 1 {
      values.add(
        "the issuer has \(found.count) deals on this day", .issuer, record,
        hint: "name the deal in a column “deal_id”")
    }
    return found.count == 1 ? found.first : nil
  }

  /// Adds what is new on a line: its deal, its tranche, and the part of its lender.
  mutating func add(
    _ record: borrowing DelimitedRecord, _ line: BulkLine, deal: SheetDealKey,
    in transaction: borrowing Transaction
  ) throws {
    let entry = deals[deal.hash]
    let reading =
      entry.map { $0.row == facts?.row } == true
      ? nil : readDeal(record, deal: deal.key, kind: entry.map { kinds[$0.kind] })
    let tranche = readTranche(record, deal: deal)
    let lender = try self.lender(record, tranche: tranche.key, hash: tranche.hash)
    guard values.problems.isEmpty else { return }
    guard isWriting else {
      // What later lines say otherwise is still told.
      if entry == nil { remember(deal, row: 0, kind: reading?.kind, record) }
      if tranche.entry == nil { remember(tranche, row: 0, record) }
      return note(record)
    }
    try load.begin(in: transaction)
    if var reading {
      reading.facts.source = try source(record, in: transaction)
      reading.facts.issuer = try row(of: reading.issuer, source: reading.facts.source)
      if let entry {
        reading.facts.row = entry.row
      } else {
        reading.facts.row = try write(reading, record, deal: deal)
        unfunded.note(
          String(decoding: deal.key, as: UTF8.self), hasClosed: reading.hasClosed,
          binding: reading.axes.binding, funding: reading.axes.funding,
          isDerived: reading.axes.isDerived)
        remember(deal, row: reading.facts.row, kind: reading.kind, record)
      }
      facts = reading.facts
    }
    guard let facts else { return }
    try write(tranche, lender, record, line, of: facts)
    note(record)
  }

  /// Takes note of a deal that a line has named first.
  private mutating func remember(
    _ deal: SheetDealKey, row: Int64, kind: TextBytes?, _ record: borrowing DelimitedRecord
  ) {
    let kind = kind ?? .nothing
    var place = kinds.firstIndex { $0.baseAddress == kind.baseAddress }
    if place == nil, kinds.count < 127 {
      place = kinds.count
      kinds.append(kind)
    }
    deals.set(
      deal.hash,
      Entry(
        row: row, content: deal.content, line: record.originalLine, wasKnown: false,
        kind: place ?? 0))
  }

  /// Reads what can be read of a line that names no deal, for what is wrong with it.
  mutating func readRest(of record: borrowing DelimitedRecord) throws {
    _ = readTranche(record, deal: SheetDealKey(key: TextBytes("line"), hash: 0, content: 0))
    _ = try lender(record, tranche: TextBytes("line"))
    if !values.text(.issuer, record).isEmpty {
      _ = readDeal(record, deal: TextBytes("line"), kind: nil)
    }
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
    var sponsor: SheetParty?
    var tenant: SheetParty?
    var axes: SheetAxes
    /// Whether it says that it has closed, by a day or a word.
    var hasClosed: Bool
    var fundingIsDerived: Bool { axes.isDerived }
  }

  mutating func readDeal(
    _ record: borrowing DelimitedRecord, deal key: TextBytes, kind known: TextBytes?
  ) -> NewDeal {
    let kind = known ?? values.code(.instrument, in: "instrument", SheetWords.instruments, record)
    let axes = axes(record, kind: kind)
    var dated: [(kind: TextBytes, days: SheetDays?)] = [
      (TextBytes("announced"), values.days(.announcedOn, record)),
      (TextBytes("priced"), values.days(.pricedOn, record)),
      (TextBytes("signed"), values.days(.signedOn, record)),
      (TextBytes("closed"), values.days(.closedOn, record)),
    ]
    let published = values.days(.sourceDate, record)
    if dated.allSatisfy({ $0.days == nil }) { dated[0].days = published }
    let status = SheetStatus(
      dated, binds: { $0 == 1 || $0 == 2 }, settles: { $0 == 3 }, evidence: axes.evidence,
      binding: axes.binding, funding: axes.funding, undated: dated[0].kind)
    var new = NewDeal(
      issuer: party(.issuer, record, context: key), status: status, kind: kind,
      currency: values.currency(record)?.code ?? .nothing, country: values.country(record),
      treatment: treatment(record), sponsor: optionalParty(.sponsor, record, context: key),
      tenant: optionalParty(.tenant, record, context: key),
      axes: axes, hasClosed: axes.isClosed || dated[3].days != nil)
    let day = dated[1].days ?? dated[3].days ?? dated[2].days ?? dated[0].days
    new.facts.datedDays = day
    new.facts.dated = BulkDays(new.facts.datedDays)
    new.facts.priced = BulkDays(dated[1].days)
    new.facts.settled = BulkDays(dated[3].days)
    new.facts.rated = BulkDays(dated[1].days ?? dated[0].days ?? day)
    new.facts.state = status.states.last
    new.facts.evidence = axes.evidence?.text ?? .nothing
    new.facts.binding = axes.binding?.text ?? .nothing
    new.facts.funding = axes.funding?.text ?? .nothing
    return new
  }

  private mutating func write(
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
      event.occurred = BulkDays(step.days)
      event.evidence = step.evidence?.text ?? .nothing
      event.binding = step.binding?.text ?? .nothing
      event.funding = step.funding?.text ?? .nothing
      event.fundingIsDerived = step.funding != nil && new.fundingIsDerived
      event.source = new.facts.source
      try bulk.add(event)
    }
    for state in new.status.states { try bulk.add(state, deal: number) }
    var holder = new.facts.issuer
    for (role, party) in [
      (TextBytes("tenant"), new.tenant), (TextBytes("sponsor"), new.sponsor),
    ] {
      guard let party else { continue }
      holder = try self.row(of: party, source: new.facts.source)
      var part = BulkParticipation(line: nil)
      (part.deal, part.party, part.source) = (number, holder, new.facts.source)
      part.role = role
      try bulk.add(part)
      saver.touch(deal: number)
    }
    if let treatment = new.treatment {
      try bulk.addTreatment(
        treatment, deal: number, party: holder, source: new.facts.source)
    }
    return number
  }
}
