import Finance
import Ledger
import SQLite
import Tabular

/// What the measure of an amount follows from, by the addresses of shared texts.
struct SheetMeasure: Hashable {
  let instrument, evidence, binding, funding: UnsafePointer<UInt8>?
}

/// A line's tranche, before anything of it is written.
struct SheetTranche {
  let key: TextBytes
  let hash: UInt64
  let content: UInt64
  var entry: SheetPass.Entry?
  var row = BulkTranche()
  var currency: Currency?
  var notches = BulkNotches()
  var grades: [(agency: TextBytes, grade: RatingGrade)] = []
  var identifiers: [Identifier] = []
}

extension SheetPass {
  /// Reads the tranche of a line; of one that a line before it has named only whether they agree.
  func readTranche(_ record: borrowing DelimitedRecord, deal: SheetDealKey) -> SheetTranche {
    var name = values.text(.tranche, record)
    if name.isEmpty { name = values.text(.instrument, record) }
    let part = keys.normalised(name)
    if part.isEmpty {
      values.add("the line names no tranche and no instrument", .instrument, record)
    }
    let key = keys.joined(deal.key, part)
    let hash = DelimitedHash.of(key.span)
    let content = content(SheetColumn.ofTranche, record)
    var tranche = SheetTranche(key: key, hash: hash, content: content, entry: tranches[hash])
    tranche.currency = values.currency(record)
    if let entry = tranche.entry {
      if entry.content != content {
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

  private func readTerms(_ tranche: inout SheetTranche, _ record: borrowing DelimitedRecord) {
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
    tranche.row.amount.currency =
      tranche.currency.map { values.texts.bytes(of: $0.code) } ?? .nothing
    tranche.row.couponPercent = values.number(.couponPercent, record)
    tranche.row.spreadBasisPoints = values.number(.spreadBasisPoints, record)
    tranche.row.benchmark = values.code(.benchmark, in: "benchmark", SheetWords.benchmarks, record)
    tranche.row.floorPercent = values.number(.floorPercent, record)
    tranche.row.issuePricePercent = values.number(.issuePricePercent, record)
    tranche.row.yieldPercent = values.number(.yieldPercent, record)
    tranche.row.matures = days(values.days(.maturesOn, record))
  }

  private func readRatings(_ tranche: inout SheetTranche, _ record: borrowing DelimitedRecord) {
    for (column, agency) in Self.agencies {
      guard let grade = values.grade(column, of: agency, record) else { continue }
      tranche.grades.append((values.texts.bytes(of: agency.rawValue), grade))
      let notch = grade.notch.map(Int64.init)
      switch agency {
      case .sp: tranche.notches.sp = notch
      case .moodys: tranche.notches.moodys = notch
      case .fitch: tranche.notches.fitch = notch
      default: tranche.notches.dbrs = notch
      }
    }
  }

  private static let agencies: [(SheetColumn, RatingAgency)] = [
    (.spRating, .sp), (.moodysRating, .moodys), (.fitchRating, .fitch), (.dbrsRating, .dbrs),
  ]

  private func readIdentifiers(
    _ tranche: inout SheetTranche, _ record: borrowing DelimitedRecord
  ) {
    for (column, scheme) in [(SheetColumn.isin, IdentifierScheme.isin), (.cusip, .cusip)] {
      guard let text = values.string(column, record),
        !SheetWords.nothing.contains(text.lowercased())
      else { continue }
      do throws(IdentifierError) {
        tranche.identifiers.append(try Identifier(text, scheme: scheme))
      } catch {
        values.add("\(error)", column, record)
      }
    }
  }

  /// Writes what is new of a line below its deal.
  func write(
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
      tranches.set(
        tranche.hash,
        Entry(
          row: row, content: tranche.content, line: Int32(clamping: record.line), wasKnown: false))
      try writeRatings(tranche, row: row, facts)
      try bulk.add(figure(of: tranche, row: row, facts))
      if ratedParties.contains(facts.issuer) { saver.touch(deal: facts.row) }
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
    try bulk.add(part)
    if partiesOfKnownKind.contains(party) { saver.touch(deal: facts.row) }
  }

  private func writeRatings(
    _ tranche: SheetTranche, row: Int64, _ facts: SheetDealFacts
  ) throws {
    for rating in tranche.grades {
      try bulk.addRating(
        agency: rating.agency, scale: values.texts.bytes(of: rating.grade.scale.rawValue),
        grade: values.texts.bytes(of: rating.grade.code), acted: facts.rated,
        party: facts.issuer, tranche: row, source: facts.source)
    }
    for identifier in tranche.identifiers {
      let scheme = values.texts.bytes(of: identifier.scheme.rawValue)
      let value = keys.copy(identifier.value)
      let key = keys.joined(keys.joined(tranche.key, scheme), keys.normalised(value))
      try bulk.addIdentifier(
        key: key, tranche: row, scheme: scheme, value: value, source: facts.source)
    }
  }

  private func figure(
    of tranche: SheetTranche, row: Int64, _ facts: SheetDealFacts
  ) -> BulkFigure {
    var figure = BulkFigure()
    figure.tranche = row
    figure.deal = facts.row
    figure.issuer = facts.issuer
    figure.instrument = tranche.row.instrument
    figure.currency = tranche.row.amount.currency
    figure.privateByMarket = privateByMarket(tranche.row.market)
    let isPrivate = figure.privateByMarket.elementsEqual("yes".utf8)
    figure.privateAsLabelled =
      !tranche.row.privateLabel.isEmpty
      ? tranche.row.privateLabel : values.texts.bytes(of: isPrivate ? "yes" : "unknown")
    figure.isDebt = isDebt(tranche.row.instrument)
    figure.minor = tranche.row.amount.minor
    if let currency = tranche.currency {
      let rate = rates.rate(of: currency.code, in: facts.datedSpan)
      figure.rate = rate.cents
      figure.rateOn = rate.on.map { values.texts.bytes(of: $0) } ?? .nothing
    }
    figure.dated = facts.dated
    figure.priced = facts.priced
    figure.settled = facts.settled
    if !facts.rated.on.isEmpty { figure.notches = tranche.notches }
    figure.state = facts.state
    return figure
  }

  private func isDebt(_ instrument: TextBytes) -> Bool {
    debtInstruments.contains(String(decoding: instrument, as: UTF8.self))
  }

  /// The measure of a line's amounts, by the rules of rules.md 1.
  private func measure(
    of tranche: SheetTranche, _ facts: SheetDealFacts, _ record: borrowing DelimitedRecord
  ) -> TextBytes {
    let instrument = values.code(.instrument, in: "instrument", SheetWords.instruments, record)
    let what = SheetMeasure(
      instrument: instrument.baseAddress, evidence: facts.evidence.baseAddress,
      binding: facts.binding.baseAddress, funding: facts.funding.baseAddress)
    if let known = measures[what] { return known }
    func text(_ bytes: TextBytes) -> String? {
      bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
    let measure = MeasureRules.ofTranche(
      instrument: text(instrument) ?? "", qualifier: "exact", evidence: text(facts.evidence),
      binding: text(facts.binding), funding: text(facts.funding))
    let bytes = measure.map { values.texts.bytes(of: $0) } ?? .nothing
    measures[what] = bytes
    return bytes
  }
}
