import Finance
import Ledger
import PublicData
import SQLite
import Tabular

/// Makes records of the lines of a fund's report.
struct HoldingMapper {
  private let holder: String
  private let day: Day
  private let origin: Origin
  private let matcher = TrancheMatcher()
  private let currencies: [String: Currency]
  private var occurrences: [String: Int] = [:]
  private var matched: [TrancheMatcher.Way: Int] = [:]
  private var unknownIssuers: Set<String> = []
  private var roundedAmounts = 0
  /// How many lines there were.
  private(set) var count = 0

  init(
    holder: String, on day: Day, _ origin: Origin, in transaction: borrowing Transaction
  ) throws {
    (self.holder, self.day, self.origin) = (holder, day, origin)
    let known = try transaction.query("SELECT code, exponent FROM currency") { row in
      Currency(code: try row(0), exponent: try row(1))
    }
    currencies = Dictionary(known.map { ($0.code, $0) }) { first, _ in first }
  }

  /// The record of a line.
  mutating func holding(
    _ line: NPortHolding, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws -> Holding {
    count += 1
    var holding = Holding(key: key(of: line))
    holding.holder = holder
    holding.origin = Origin(source: origin.source, locator: "Part C, holding \(count)")
    (holding.asOf.on, holding.asOf.until) = (day, day)
    holding.kind = HoldingWords.kind(of: line)
    holding.assetCategory = line.assetCategory ?? line.assetDescription
    holding.issuerCategory = line.issuerCategory ?? line.issuerDescription
    holding.title = line.title
    holding.issuerName = line.issuer
    holding.issuerCountry = country(line, pass)
    holding.isShort = line.payoffProfile.map { $0 == "Short" }
    holding.isRestricted = line.isRestricted
    holding.fairValueLevel = line.fairValueLevel
    holding.netAssetsPercent = line.percentOfNetAssets?.approximate
    if line.title == nil, line.issuer == nil {
      pass.refusals.add(line.position, "this holding has neither a title nor an issuer")
    }
    takeAmounts(of: line, into: &holding, pass)
    takeDebt(of: line, into: &holding)
    let sound = identify(line, &holding, pass)
    try tie(line, sound, &holding, pass, in: transaction)
    return holding
  }

  /// Who holds what on which day, as documents name a holding; the n-th of equal lines is the n-th.
  private mutating func key(of line: NPortHolding) -> String {
    let what =
      line.isin ?? line.cusip ?? line.title ?? line.otherIdentifiers.first?.value ?? line.issuer
    let stem = RecordKey.normalised("\(holder)/holding/\(what ?? "")/\(day)")
    occurrences[stem, default: 0] += 1
    let occurrence = occurrences[stem] ?? 1
    return occurrence == 1 ? stem : "\(stem)/\(occurrence)"
  }

  private func country(_ line: NPortHolding, _ pass: PublishedPass) -> String? {
    guard let code = line.country else { return nil }
    let isCode = code.utf8.count == 2 && code.utf8.allSatisfy { 0x41...0x5A ~= $0 }
    if !isCode { pass.warnings.add(line.position, "“\(code)” is no code of a country; left out") }
    return isCode ? code : nil
  }

  /// Principal is an amount; shares and contracts are numbers of something.
  private mutating func takeAmounts(
    of line: NPortHolding, into holding: inout Holding, _ pass: PublishedPass
  ) {
    holding.balance.qualifier = "undisclosed"
    let currency = line.currency.flatMap { currencies[$0] }
    if let code = line.currency, currency == nil {
      pass.warnings.add(
        line.position, "\(code) is no currency that is known; its amount is left out")
    }
    holding.balance.currency = currency?.code
    if let value = line.valueUSD, let minor = minorUnits(value, .usd, "valUSD", line, pass) {
      holding.valueMinor = minor
      if currency?.code != Currency.usd.code { holding.valueCurrency = Currency.usd.code }
    }
    guard let balance = line.balance else { return }
    guard line.units == "PA" else {
      holding.shares = balance.approximate
      holding.sharesUnit = HoldingWords.unit(of: line)
      return
    }
    guard let currency, let minor = minorUnits(balance, currency, "balance", line, pass) else {
      return
    }
    if minor < 0, holding.isShort != true {
      pass.warnings.add(
        line.position, "the balance is negative though the position is not short; taken for short")
      holding.isShort = true
    }
    holding.balance.minor = abs(minor)
    (holding.balance.qualifier, holding.balance.measure) = ("exact", "par")
  }

  private mutating func minorUnits(
    _ number: ExactDecimal, _ currency: Currency, _ name: String, _ line: NPortHolding,
    _ pass: PublishedPass
  ) -> Int64? {
    do throws(MoneyError) {
      let (units, isRounded) = try number.roundedMinorUnits(of: currency)
      if isRounded { roundedAmounts += 1 }
      return units
    } catch {
      pass.refusals.add(line.position, "\(name): \(error)")
      return nil
    }
  }

  private func takeDebt(of line: NPortHolding, into holding: inout Holding) {
    guard let debt = line.debt else { return }
    (holding.matures.on, holding.matures.until) = (debt.maturesOn, debt.maturesOn)
    holding.rateType = HoldingWords.rateType(of: debt)
    // The form has a zero where there is no coupon.
    if holding.rateType != "zero" { holding.couponPercent = debt.annualRatePercent?.approximate }
    holding.isInDefault = debt.isInDefault
    holding.isInArrears = debt.isInterestInArrears
    holding.isPaidInKind = debt.isPaidInKind
    holding.isConvertible = debt.isConvertible
  }

  /// Takes identifiers as they stand, and tells those whose check digits are wrong.
  ///
  /// - Returns: those that are sound.
  private func identify(
    _ line: NPortHolding, _ holding: inout Holding, _ pass: PublishedPass
  ) -> [IdentifierScheme: String] {
    (holding.isin, holding.cusip, holding.issuerLEI) = (line.isin, line.cusip, line.lei)
    var sound: [IdentifierScheme: String] = [:]
    for (scheme, text) in [(.isin, line.isin), (.cusip, line.cusip), (.lei, line.lei)]
      as [(IdentifierScheme, String?)]
    {
      guard let text else { continue }
      do throws(IdentifierError) {
        sound[scheme] = try Identifier(text, scheme: scheme).value
      } catch {
        pass.warnings.add(line.position, "\(error); kept as it is, and nothing is told by it")
      }
    }
    // An ISIN of the United States or Canada is the CUSIP with its country.
    if sound[.cusip] == nil, let isin = sound[.isin], isin.hasPrefix("US") || isin.hasPrefix("CA") {
      sound[.cusip] = String(isin.dropFirst(2).prefix(9))
    }
    return sound
  }

  /// Ties a line to its issuer and its tranche, where these are on record.
  private mutating func tie(
    _ line: NPortHolding, _ sound: [IdentifierScheme: String], _ holding: inout Holding,
    _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws {
    if let lei = sound[.lei] {
      holding.issuer = try pass.parties.party(.init(scheme: "lei", value: lei), in: transaction)
    }
    if holding.issuer == nil { holding.issuer = line.issuer.flatMap { pass.parties.known($0) } }
    if holding.issuer == nil, let name = line.issuer { unknownIssuers.insert(name) }
    switch try matcher.match(holding, isin: sound[.isin], cusip: sound[.cusip], in: transaction) {
    case .none: break
    case .one(let tranche, let way):
      (holding.tranche, holding.matchedBy) = (tranche, way.rawValue)
      matched[way, default: 0] += 1
    case .several(let tranches):
      pass.warnings.add(
        line.position,
        "this holding may be \(tranches.joined(separator: " or ")); it is tied to none",
        hint: "give the tranche its ISIN or CUSIP")
    }
  }

  /// What is worth knowing of all lines.
  var notes: [String] {
    var notes: [String] = []
    let ways = TrancheMatcher.Way.allCases.compactMap { way in
      matched[way].map { "\($0) by \(way.words)" }
    }
    if !ways.isEmpty {
      let all = matched.values.reduce(0, +)
      notes.append(
        "\(all) \(all == 1 ? "holding is" : "holdings are") of a tranche on record: "
          + ways.joined(separator: ", "))
    }
    if !unknownIssuers.isEmpty {
      let all = unknownIssuers.count
      notes.append(
        "\(all) \(all == 1 ? "issuer is" : "issuers are") no party on record; the names are kept")
    }
    if roundedAmounts > 0 {
      notes.append(
        "\(roundedAmounts) \(roundedAmounts == 1 ? "amount was" : "amounts were") finer than the "
          + "minor unit of the currency, and rounded to it")
    }
    return notes
  }
}
