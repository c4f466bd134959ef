public import SQLite

extension BulkWriter {
  /// Adds a source.
  ///
  /// - Returns: its row number, as do all that add.
  public mutating func add(_ source: BulkSource) throws(SQLiteError) -> Int64 {
    sources.begin()
    sources.values.text(source.key)
    sources.values.text(source.kind)
    sources.values.text(source.title)
    sources.values.text(source.publisher)
    sources.values.text(source.url)
    sources.values.text(source.published.on)
    sources.values.text(source.published.until)
    sources.values.text(source.grade)
    sources.values.integer(run)
    added += 1
    return try sources.end()
  }

  /// Adds a party with the one name it is known by.
  ///
  /// `folded`: the name as names are compared.
  public mutating func addParty(
    key: TextBytes, nameKey: TextBytes, name: TextBytes, folded: TextBytes, source: Int64
  ) throws(SQLiteError) -> Int64 {
    parties.begin()
    parties.values.text(key)
    parties.values.text(name)
    parties.values.integer(source)
    parties.values.integer(run)
    let party = try parties.end()
    names.begin()
    names.values.text(nameKey)
    names.values.integer(party)
    names.values.text(name)
    names.values.text(folded)
    names.values.integer(source)
    names.values.integer(run)
    try names.end()
    // A new party is the same as no other and belongs to none.
    partyFigures.integer(party)
    try partyFigures.insert()
    added += 2
    return party
  }

  /// Adds a deal.
  public mutating func add(_ deal: BulkDeal) throws(SQLiteError) -> Int64 {
    deals.begin()
    deals.values.text(deal.key)
    deals.values.text(deal.name)
    deals.values.text(deal.kind)
    deals.values.integer(deal.issuer)
    deals.values.text(deal.currency)
    deals.values.text(deal.country)
    deals.values.text(deal.useOfProceeds)
    deals.values.text(deal.quote)
    deals.values.text(deal.notes)
    deals.values.integer(deal.source)
    deals.values.integer(run)
    added += 1
    return try deals.end()
  }

  /// Adds a tranche.
  public mutating func add(_ tranche: BulkTranche) throws(SQLiteError) -> Int64 {
    tranches.begin()
    tranches.values.text(tranche.key)
    tranches.values.integer(tranche.deal)
    tranches.values.text(tranche.name)
    tranches.values.text(tranche.instrument)
    tranches.values.text(tranche.market)
    tranches.values.text(tranche.privateLabel)
    tranches.values.text(tranche.seniority)
    Self.bind(tranche.amount, &tranches.values)
    tranches.values.real(tranche.couponPercent)
    tranches.values.text(tranche.benchmark)
    tranches.values.real(tranche.spreadBasisPoints)
    tranches.values.real(tranche.spreadHighBasisPoints)
    tranches.values.real(tranche.floorPercent)
    tranches.values.real(tranche.issuePricePercent)
    tranches.values.real(tranche.yieldPercent)
    tranches.values.text(tranche.matures.on)
    tranches.values.text(tranche.matures.until)
    tranches.values.real(tranche.statedTenorYears)
    tranches.values.integer(tranche.source)
    tranches.values.integer(tranche.line?.hash)
    tranches.values.integer(tranche.line?.occurrence)
    tranches.values.integer(run)
    added += 1
    return try tranches.end()
  }

  /// Adds the part a party takes in a tranche.
  @discardableResult
  public mutating func add(_ part: BulkParticipation) throws(SQLiteError) -> Int64 {
    participations.begin()
    participations.values.integer(part.deal)
    participations.values.integer(part.tranche)
    participations.values.integer(part.party)
    participations.values.text(part.role)
    participations.values.real(part.sharePercent)
    Self.bind(part.amount, &participations.values)
    participations.values.integer(part.source)
    participations.values.integer(part.line?.hash)
    participations.values.integer(part.line?.occurrence)
    participations.values.integer(run)
    added += 1
    return try participations.end()
  }

  /// Adds an identifier of a tranche.
  public mutating func addIdentifier(
    key: TextBytes, tranche: Int64, scheme: TextBytes, value: TextBytes, source: Int64
  ) throws(SQLiteError) {
    identifiers.begin()
    identifiers.values.text(key)
    identifiers.values.integer(tranche)
    identifiers.values.text(scheme)
    identifiers.values.text(value)
    identifiers.values.integer(source)
    identifiers.values.integer(run)
    added += 1
    try identifiers.end()
  }

  /// Adds how a party carries a deal in its accounts.
  public mutating func addTreatment(
    _ treatment: TextBytes, deal: Int64, party: Int64, source: Int64
  ) throws(SQLiteError) {
    treatments.begin()
    treatments.values.integer(deal)
    treatments.values.integer(party)
    treatments.values.text(treatment)
    treatments.values.integer(source)
    treatments.values.integer(run)
    added += 1
    try treatments.end()
  }

  /// Adds an event of a deal.
  public mutating func add(_ event: BulkEvent) throws(SQLiteError) {
    events.begin()
    events.values.integer(event.deal)
    events.values.text(event.kind)
    events.values.text(event.occurred.on)
    events.values.text(event.occurred.until)
    events.values.text(event.evidence)
    events.values.text(event.binding)
    events.values.text(event.funding)
    events.values.integer(event.fundingIsDerived ? 1 : 0)
    events.values.integer(event.source)
    events.values.integer(run)
    added += 1
    try events.end()
  }

  /// Adds a rating of a tranche.
  public mutating func addRating(
    agency: TextBytes, scale: TextBytes, grade: TextBytes, acted: BulkDays, party: Int64,
    tranche: Int64, source: Int64
  ) throws(SQLiteError) {
    ratings.begin()
    ratings.values.integer(party)
    ratings.values.integer(tranche)
    ratings.values.text("tranche")
    ratings.values.text(agency)
    ratings.values.text(scale)
    ratings.values.text(grade)
    ratings.values.text(acted.on)
    ratings.values.text(acted.until)
    ratings.values.integer(source)
    ratings.values.integer(run)
    added += 1
    try ratings.end()
  }

  private static func bind(_ amount: BulkAmount, _ values: inout RowInserter) {
    values.integer(amount.minor)
    if amount.qualifier.isEmpty {
      values.text("undisclosed")
    } else {
      values.text(amount.qualifier)
    }
    values.text(amount.measure)
    values.integer(amount.measure.isEmpty ? 0 : 1)
    values.text(amount.currency)
  }
}
