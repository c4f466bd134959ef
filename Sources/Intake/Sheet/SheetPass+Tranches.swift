import Finance
import Ledger
import SQLite
import Tabular

/// An exchange rate as figures need it.
struct SheetRate: BitwiseCopyable {
  let cents: Double?
  let on: TextBytes
}

/// A line's tranche, before anything of it is written.
struct SheetTranche {
  let key: TextBytes
  let hash: UInt64
  let content: UInt64
  let dealHash: UInt64
  var entry: SheetPass.Entry?
  var row = BulkTranche()
  var currency: SheetCurrency?
  var grades = SheetGrades()
  var identifiers: [Identifier] = []
}

/// The amount of a tranche, to hold others against.
struct SheetSum: BitwiseCopyable {
  let deal: UInt64
  let tranche: UInt64
  let minor: Int64
  let currency: UInt32
}

/// The grades a line gives its tranche.
struct SheetGrades {
  var sp, moodys, fitch, dbrs: SheetGrade?

  var byAgency: [(agency: TextBytes, grade: SheetGrade?)] {
    [
      (TextBytes("sp"), sp), (TextBytes("moodys"), moodys), (TextBytes("fitch"), fitch),
      (TextBytes("dbrs"), dbrs),
    ]
  }
}

extension SheetPass {
  /// Reads the tranche of a line; of one that a line before it has named only whether they agree.
  mutating func readTranche(_ record: borrowing DelimitedRecord, deal: SheetDealKey) -> SheetTranche
  {
    var name = values.text(.tranche, record)
    if name.isEmpty { name = values.text(.instrument, record) }
    let part = keys.normalised(name)
    if part.isEmpty {
      values.add("the line names no tranche and no instrument", .instrument, record)
    }
    let key = keys.joined(deal.key, part)
    let hash = DelimitedHash.of(key.span)
    let content = content(trancheCells, record)
    var tranche = SheetTranche(
      key: key, hash: hash, content: content, dealHash: deal.hash, entry: tranches[hash])
    tranche.currency = values.currency(record)
    if let entry = tranche.entry {
      if !entry.agrees(with: content) {
        contradict(SheetColumn.ofTranche, of: "tranche", entry, deal: deal, record)
      }
      return tranche
    }
    tranche.row.key = key
    tranche.row.name = name
    readTerms(&tranche, record)
    readRatings(&tranche, record)
    readIdentifiers(&tranche, record)
    return tranche
  }

  private mutating func readTerms(
    _ tranche: inout SheetTranche, _ record: borrowing DelimitedRecord
  ) {
    let instrument = values.code(.instrument, in: "instrument", SheetWords.instruments, record)
    if instrument.isEmpty, values.problems.isEmpty {
      values.add("the line names no instrument", .instrument, record)
    }
    tranche.row.instrument = instrument
    tranche.row.market = market(record)
    tranche.row.privateLabel = privateLabel(record)
    tranche.row.seniority = values.code(.seniority, in: "seniority", [:], record)
    let amount = values.amount(.amount, in: tranche.currency, record)
    tranche.row.amount.minor = amount.minor
    tranche.row.amount.qualifier = amount.qualifier
    tranche.row.amount.currency = tranche.currency?.code ?? .nothing
    tranche.row.couponPercent = values.number(.couponPercent, record)
    tranche.row.spreadBasisPoints = values.number(.spreadBasisPoints, record)
    tranche.row.spreadHighBasisPoints = values.number(.spreadHighBasisPoints, record)
    tranche.row.benchmark = values.code(.benchmark, in: "benchmark", SheetWords.benchmarks, record)
    tranche.row.floorPercent = values.number(.floorPercent, record)
    tranche.row.issuePricePercent = values.number(.issuePricePercent, record)
    tranche.row.yieldPercent = values.number(.yieldPercent, record)
    tranche.row.statedTenorYears = values.number(.tenorYears, record)
    tranche.row.matures = BulkDays(values.days(.maturesOn, record))
    values.checkDays(record)
    guard let minor = amount.minor, let currency = tranche.currency else { return }
    if let last = lastAmount, last.deal == tranche.dealHash, last.currency == currency.number {
      values.doubt(minor, .amount, beside: last.minor, of: "another tranche", currency, record)
    }
    lastAmount = SheetSum(
      deal: tranche.dealHash, tranche: tranche.hash, minor: minor, currency: currency.number)
  }

  private mutating func readRatings(
    _ tranche: inout SheetTranche, _ record: borrowing DelimitedRecord
  ) {
    tranche.grades.sp = values.grade(.spRating, of: .sp, record)
    tranche.grades.moodys = values.grade(.moodysRating, of: .moodys, record)
    tranche.grades.fitch = values.grade(.fitchRating, of: .fitch, record)
    tranche.grades.dbrs = values.grade(.dbrsRating, of: .dbrs, record)
  }

  private mutating func readIdentifiers(
    _ tranche: inout SheetTranche, _ record: borrowing DelimitedRecord
  ) {
    for (column, scheme) in [(SheetColumn.isin, IdentifierScheme.isin), (.cusip, .cusip)] {
      guard let text = values.string(column, record) else { continue }
      do throws(IdentifierError) {
        let identifier = try Identifier(text, scheme: scheme)
        tranche.identifiers.append(identifier)
        if identifiers.contains(identifier.value) {
          values.add("“\(identifier.value)” is the \(scheme) of another tranche", column, record)
        }
      } catch {
        let isNumber =
          text.contains("E+") || text.utf8.count > 4 && text.allSatisfy { $0.isNumber }
        values.add(
          "\(error)", column, record,
          hint: isNumber && text.first?.isNumber == true
            ? "a spreadsheet has made a number of it: format the column as text" : nil)
      }
    }
  }

  /// Writes what is new of a line below its deal.
  mutating func write(
    _ read: SheetTranche, _ lender: SheetLender?, _ record: borrowing DelimitedRecord,
    _ line: BulkLine, of facts: SheetDealFacts
  ) throws {
    var tranche = read
    let measure = measure(of: tranche, facts, record)
    let row: Int64
    if let entry = tranche.entry {
      row = entry.row
    } else {
      tranche.row.deal = facts.row
      tranche.row.source = facts.source
      if tranche.row.amount.minor != nil { tranche.row.amount.measure = measure }
      if lender == nil { tranche.row.line = line }
      row = try bulk.add(tranche.row)
      remember(tranche, row: row, record)
      try writeRatings(tranche, row: row, facts)
      try bulk.add(figure(of: tranche, row: row, facts))
      let isDated = facts.datedDays != nil
      if !isDated || ratedParties.contains(facts.issuer) { saver.touch(deal: facts.row) }
    }
    guard let lender else { return }
    let party = try self.row(of: lender.party, source: facts.source)
    var part = BulkParticipation(line: line)
    part.tranche = row
    part.party = party
    part.role = lender.role
    part.source = facts.source
    part.sharePercent = lender.sharePercent
    part.amount = lender.amount
    if part.amount.minor != nil { part.amount.measure = measure }
    let number = try bulk.add(part)
    try addLending(of: part, row: number, in: tranche.currency, facts)
    if partiesOfKnownKind.contains(party) { saver.touch(deal: facts.row) }
  }

  /// Takes note of a tranche that a line has named first.
  mutating func remember(
    _ tranche: SheetTranche, row: Int64, _ record: borrowing DelimitedRecord
  ) {
    tranches.set(
      tranche.hash,
      Entry(row: row, content: tranche.content, line: record.originalLine, wasKnown: false))
  }

  private mutating func writeRatings(
    _ tranche: SheetTranche, row: Int64, _ facts: SheetDealFacts
  ) throws {
    for (agency, grade) in tranche.grades.byAgency {
      guard let grade else { continue }
      try bulk.addRating(
        agency: agency, scale: grade.scale, grade: grade.grade, acted: facts.rated,
        party: facts.issuer, tranche: row, source: facts.source)
    }
    for identifier in tranche.identifiers {
      identifiers.insert(identifier.value)
      let scheme = values.texts.bytes(of: identifier.scheme.rawValue)
      let value = keys.copy(identifier.value)
      let key = keys.joined(keys.joined(tranche.key, scheme), keys.normalised(value))
      try bulk.addIdentifier(
        key: key, tranche: row, scheme: scheme, value: value, source: facts.source)
    }
  }

  private mutating func figure(
    of tranche: SheetTranche, row: Int64, _ facts: SheetDealFacts
  ) -> BulkFigure {
    var figure = BulkFigure()
    figure.tranche = row
    figure.deal = facts.row
    figure.issuer = known.identity(of: facts.issuer)
    figure.instrument = tranche.row.instrument
    figure.currency = tranche.row.amount.currency
    figure.privateByMarket = Self.privateByMarket(tranche.row.market)
    figure.privateAsLabelled =
      !tranche.row.privateLabel.isEmpty
      ? tranche.row.privateLabel
      : figure.privateByMarket.equals("yes") ? TextBytes("yes") : TextBytes("unknown")
    figure.isDebt = isDebt(tranche.row.instrument)
    figure.minor = tranche.row.amount.minor
    if let currency = tranche.currency {
      let rate = rate(of: currency, in: facts.datedDays)
      figure.rate = rate.cents
      figure.rateOn = rate.on
    }
    figure.dated = facts.dated
    figure.priced = facts.priced
    figure.settled = facts.settled
    if !facts.rated.on.isEmpty {
      figure.notches.sp = tranche.grades.sp?.notch
      figure.notches.moodys = tranche.grades.moodys?.notch
      figure.notches.fitch = tranche.grades.fitch?.notch
      figure.notches.dbrs = tranche.grades.dbrs?.notch
    }
    figure.state = facts.state
    figure.isPartlyDrawn = facts.state?.funding.equals("partly_drawn") == true
    return figure
  }

  mutating func rate(of currency: SheetCurrency, in days: SheetDays?) -> SheetRate {
    let hash =
      UInt64(UInt(bitPattern: currency.code.baseAddress)) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt64(bitPattern: Int64(days.map { $0.first << 24 ^ $0.last } ?? -1))
    if let known = ratesOfDays[hash] { return known }
    let rate = rates.rate(of: String(decoding: currency.code, as: UTF8.self), in: days?.span)
    let found = SheetRate(
      cents: rate.cents, on: rate.on.map { values.texts.bytes(of: $0) } ?? .nothing)
    ratesOfDays.set(hash, found)
    return found
  }

  private mutating func isDebt(_ instrument: TextBytes) -> Bool {
    let address = UInt64(UInt(bitPattern: instrument.baseAddress))
    if let known = debts[address] { return known }
    let isDebt = debtInstruments.contains(String(decoding: instrument, as: UTF8.self))
    debts.set(address, isDebt)
    return isDebt
  }

  /// The measure of a line's amounts, by the rules of rules.md 1.
  mutating func measure(
    of tranche: SheetTranche, _ facts: SheetDealFacts, _ record: borrowing DelimitedRecord
  ) -> TextBytes {
    let instrument = values.code(.instrument, in: "instrument", SheetWords.instruments, record)
    var hash: UInt64 = 0
    for text in [instrument, facts.evidence, facts.binding, facts.funding] {
      hash = (hash ^ UInt64(UInt(bitPattern: text.baseAddress))) &* 0x9E37_79B9_7F4A_7C15
    }
    if let known = measures[hash] { return known }
    func text(_ bytes: TextBytes) -> String? {
      bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
    let measure = MeasureRules.ofTranche(
      instrument: text(instrument) ?? "", qualifier: "exact", evidence: text(facts.evidence),
      binding: text(facts.binding), funding: text(facts.funding))
    let bytes = measure.map { values.texts.bytes(of: $0) } ?? .nothing
    measures.set(hash, bytes)
    return bytes
  }
}
