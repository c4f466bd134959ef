import Finance
import Ledger
import SQLite
import Tabular

extension SheetPass {
  /// Holds a line about a deal of the ledger against what is there: what it says otherwise is a
  /// change, what it says more is added, and what it does not say stays.
  mutating func change(
    _ record: borrowing DelimitedRecord, _ line: BulkLine, deal key: SheetDealKey, row: Int64,
    in transaction: borrowing Transaction
  ) throws {
    let read = readDeal(record, deal: key.key, kind: nil)
    let tranche = readTranche(record, deal: key)
    let lender = try self.lender(record, tranche: tranche.key, hash: tranche.hash)
    guard values.problems.isEmpty, isWriting else { return }
    // Records are found by their keys from now on.
    try load.restoreIndexes(in: transaction)
    var new = read
    new.facts.row = row
    // A line that says nothing new leaves no source either.
    if case .new = new.issuer { new.facts.source = try source(record, in: transaction) }
    new.facts.issuer = try self.row(of: new.issuer, source: new.facts.source)
    guard let dealKey = try KnownRows.key(of: row, in: "deal", transaction) else { return }
    try changeDeal(dealKey, new, record, in: transaction)
    try changeEvents(dealKey, new, record, in: transaction)
    let trancheRow = try change(
      tranche, ofDeal: dealKey, new.facts, hasLender: lender != nil, record,
      in: transaction)
    if let lender {
      try change(
        lender, inTranche: trancheRow, tranche, new.facts, line, record, in: transaction)
    } else {
      try KnownRows.setLine(line, of: trancheRow, in: "tranche", transaction)
    }
    saver.touch(deal: row)
    try bulk.renumber(in: transaction)
    note(record)
  }

  /// Saves a record that is on file; where that changes anything, the line's source states it.
  private mutating func save<R: Record>(
    _ record: R, _ path: WritableKeyPath<R, Origin>, _ line: borrowing DelimitedRecord,
    in transaction: borrowing Transaction
  ) throws {
    let before = saver.changes.count
    try saver.save(record, in: transaction)
    guard saver.changes.count > before else { return }
    var sourced = record
    sourced[keyPath: path] = try origin(of: line, in: transaction)
    _ = try Repository<R>().save(sourced, run: saver.run.id, in: transaction)
  }

  /// The line's source, as the origin of a record.
  private mutating func origin(
    of line: borrowing DelimitedRecord, in transaction: borrowing Transaction
  ) throws -> Origin {
    let row = try source(line, in: transaction)
    return Origin(source: try KnownRows.key(of: row, in: "source", transaction))
  }

  private mutating func changeDeal(
    _ key: String, _ new: NewDeal, _ record: borrowing DelimitedRecord,
    in transaction: borrowing Transaction
  ) throws {
    guard var deal = try DealRepository().find(key, in: transaction) else { return }
    if let name = values.string(.dealName, record) { deal.name = name }
    if let issuer = try KnownRows.key(of: new.facts.issuer, in: "party", transaction) {
      deal.issuer = issuer
    }
    if !new.country.isEmpty { deal.country = String(decoding: new.country, as: UTF8.self) }
    deal.useOfProceeds = values.string(.useOfProceeds, record) ?? deal.useOfProceeds
    deal.quote = values.string(.quote, record) ?? deal.quote
    deal.notes = values.string(.notes, record) ?? deal.notes
    try save(deal, \.origin, record, in: transaction)
    guard let treatment = new.treatment else { return }
    let known = try KnownRows.treatment(
      ofDeal: new.facts.row, party: new.facts.issuer, transaction)
    guard let known else {
      try bulk.addTreatment(
        treatment, deal: new.facts.row, party: new.facts.issuer,
        source: try source(record, in: transaction))
      return
    }
    guard var held = try Repository<AccountingTreatment>().find(known, in: transaction) else {
      return
    }
    held.treatment = String(decoding: treatment, as: UTF8.self)
    try save(held, \.origin, record, in: transaction)
  }

  private mutating func changeEvents(
    _ deal: String, _ new: NewDeal, _ record: borrowing DelimitedRecord,
    in transaction: borrowing Transaction
  ) throws {
    let saysStatus = [SheetColumn.status, .evidence, .binding, .funding].contains {
      !values.text($0, record).isEmpty
    }
    let onRecord = try StatusOnRecord(of: Deal.table, deal, in: transaction)
    // Without a date of its own the line speaks on the day of its source.
    let isDated = [SheetColumn.announcedOn, .pricedOn, .signedOn, .closedOn].contains {
      !values.text($0, record).isEmpty
    }
    for step in new.status.steps where isDated || saysStatus {
      let kind = String(decoding: step.kind, as: UTF8.self)
      let known = try KnownRows.event(kind, ofDeal: new.facts.row, transaction)
      var said = Event(key: known ?? "\(deal)/event/\(kind)")
      said.deal = deal
      said.kind = kind
      said.occurred = DayPair(step.days?.span)
      if saysStatus {
        said.evidence = step.evidence?.rawValue
        said.binding = step.binding?.rawValue
        said.funding = step.funding?.rawValue
        if step.funding != nil { said.fundingIsDerived = new.fundingIsDerived }
      }
      guard var event = isDated ? onRecord?.news(said) : onRecord?.addition(said) else { continue }
      if event.key == known {
        try save(event, \.origin, record, in: transaction)
      } else {
        event.origin = try origin(of: record, in: transaction)
        try saver.save(event, in: transaction)
      }
    }
  }

  /// Changes or adds a tranche.
  ///
  /// - Returns: its row number.
  private mutating func change(
    _ read: SheetTranche, ofDeal deal: String, _ facts: SheetDealFacts,
    hasLender: Bool, _ record: borrowing DelimitedRecord, in transaction: borrowing Transaction
  ) throws -> Int64 {
    let key = String(decoding: read.key, as: UTF8.self)
    let held = try TrancheRepository().find(key, in: transaction)
    var tranche = held ?? Tranche(key: key)
    tranche.deal = deal
    tranche.name = held?.name ?? Self.text(read.row.name) ?? key
    tranche.instrument = Self.text(read.row.instrument) ?? tranche.instrument
    tranche.market = Self.text(read.row.market) ?? tranche.market
    tranche.privateLabel = Self.text(read.row.privateLabel) ?? tranche.privateLabel
    tranche.seniority = Self.text(read.row.seniority) ?? tranche.seniority
    tranche.couponPercent = read.row.couponPercent ?? tranche.couponPercent
    tranche.benchmark = Self.text(read.row.benchmark) ?? tranche.benchmark
    tranche.spreadBasisPoints = read.row.spreadBasisPoints ?? tranche.spreadBasisPoints
    tranche.spreadHighBasisPoints = read.row.spreadHighBasisPoints ?? tranche.spreadHighBasisPoints
    tranche.floorPercent = read.row.floorPercent ?? tranche.floorPercent
    tranche.issuePricePercent = read.row.issuePricePercent ?? tranche.issuePricePercent
    tranche.yieldPercent = read.row.yieldPercent ?? tranche.yieldPercent
    tranche.statedTenorYears = read.row.statedTenorYears ?? tranche.statedTenorYears
    if let matures = values.days(.maturesOn, record)?.span { tranche.matures = DayPair(matures) }
    let measure = measure(of: read, facts, record)
    if let minor = read.row.amount.minor, let other = held?.amount.minor,
      held?.amount.currency == Self.text(read.row.amount.currency)
    {
      values.doubt(minor, .amount, beside: other, of: "the same on record", read.currency, record)
      guard values.problems.isEmpty else { return 0 }
    }
    tranche.amount = Self.amount(read.row.amount, measure: measure, instead: tranche.amount)
    if held == nil {
      tranche.origin = try origin(of: record, in: transaction)
      try saver.save(tranche, in: transaction)
    } else {
      try save(tranche, \.origin, record, in: transaction)
    }
    let row = try KnownRows.row(of: key, in: "tranche", transaction) ?? 0
    try bulk.renumber(in: transaction)
    try changeRatings(read, row: row, facts, record, in: transaction)
    return row
  }

  private mutating func changeRatings(
    _ read: SheetTranche, row: Int64, _ facts: SheetDealFacts, _ record: borrowing DelimitedRecord,
    in transaction: borrowing Transaction
  ) throws {
    for (agency, grade) in read.grades.byAgency {
      guard let grade else { continue }
      let name = String(decoding: agency, as: UTF8.self)
      let held = try KnownRows.rating(ofTranche: row, agency: name, transaction)
      let code = String(decoding: grade.grade, as: UTF8.self)
      if held?.grade == code { continue }
      if let held, held.actedOn == Self.text(facts.rated.on),
        var action = try Repository<RatingAction>().find(held.key, in: transaction)
      {
        action.grade = code
        try save(action, \.origin, record, in: transaction)
      } else {
        try bulk.addRating(
          agency: agency, scale: grade.scale, grade: grade.grade, acted: facts.rated,
          party: facts.issuer, tranche: row, source: try source(record, in: transaction))
      }
    }
  }

  private mutating func change(
    _ lender: SheetLender, inTranche tranche: Int64, _ read: SheetTranche, _ facts: SheetDealFacts,
    _ line: BulkLine, _ record: borrowing DelimitedRecord,
    in transaction: borrowing Transaction
  ) throws {
    var statedBy = facts.source
    if case .new = lender.party { statedBy = try source(record, in: transaction) }
    let party = try row(of: lender.party, source: statedBy)
    let role = String(decoding: lender.role, as: UTF8.self)
    let measure = measure(of: read, facts, record)
    var known: (key: String, row: Int64)?
    for part in try KnownRows.participations(
      of: party, role: role, inTranche: tranche, transaction)
    where known == nil && !namedParts.contains(part.row) {
      // A part that another line of this sheet states is not this line's.
      if let hash = part.lineHash, hasSeenLine(hash) { continue }
      known = (part.key, part.row)
    }
    guard let known, var part = try Repository<Participation>().find(known.key, in: transaction)
    else {
      var new = BulkParticipation(line: line)
      (new.tranche, new.party) = (tranche, party)
      new.source = try source(record, in: transaction)
      new.role = lender.role
      new.sharePercent = lender.sharePercent
      new.amount = lender.amount
      if new.amount.minor != nil { new.amount.measure = measure }
      namedParts.insert(try bulk.add(new))
      return
    }
    namedParts.insert(known.row)
    part.sharePercent = lender.sharePercent ?? part.sharePercent
    part.amount = Self.amount(lender.amount, measure: measure, instead: part.amount)
    try save(part, \.origin, record, in: transaction)
    try KnownRows.setLine(line, of: known.row, in: "participation", transaction)
  }

  /// An amount that is said; where it is the one that is held, with all that is held of it.
  private static func amount(
    _ said: BulkAmount, measure: TextBytes, instead held: AmountColumns
  ) -> AmountColumns {
    guard let minor = said.minor else { return held }
    let currency = text(said.currency)
    if held.minor == minor, held.currency == currency { return held }
    var amount = AmountColumns()
    amount.minor = minor
    amount.qualifier = text(said.qualifier)
    amount.measure = text(measure)
    amount.measureIsDerived = true
    amount.currency = currency
    return amount
  }

  private static func text(_ bytes: TextBytes) -> String? {
    bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
