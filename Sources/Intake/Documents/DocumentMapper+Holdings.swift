import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A document that is a holding.
  func mapHolding(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    var holding = Holding(key: "")
    holding.origin = Origin(source: sources.first, locator: reader.text("locator"))
    mapSubject(reader, of: &holding)
    holding.asOf = reader.days("as_of")
    holding.shares = reader.number("shares")
    holding.ownedPercent = reader.number("owned_pct")
    holding.netAssetsPercent = reader.number("net_assets_pct")
    holding.couponPercent = reader.number("coupon_pct")
    holding.rateType = reader.code("rate_type", in: "rate_type")
    holding.matures = reader.days("matures_on")
    mapFlags(reader, of: &holding)
    holding.notes = reader.text("notes")
    var stated = reader.amount(currency: nil) { _ in nil }
    stated.columns.measureIsDerived = nil
    holding.balance = stated.columns
    holding.valueMinor = reader.minorUnits("value", stated.columns.currency)
    // Value and balance share a currency, and are said together.
    if holding.valueMinor != nil, holding.balance.qualifier == nil {
      holding.balance.qualifier = "undisclosed"
    }
    holding.key = reader.key("key") ?? Self.key(of: holding)
    reader.finish()
    add(holding, at: reader.value)
    claimBeside(stated, of: holding.key, origin: holding.origin, at: reader.value)
    supportingClaims(sources, on: holding.key, table: Holding.table, at: reader.value)
  }

  /// What a holder says of its position and of the debt's state.
  private func mapFlags(_ reader: ObjectReader, of holding: inout Holding) {
    holding.isInDefault = reader.flag("is_in_default")
    holding.isInArrears = reader.flag("is_in_arrears")
    holding.isPaidInKind = reader.flag("is_paid_in_kind")
    holding.isConvertible = reader.flag("is_convertible")
    holding.isShort = reader.flag("is_short")
    holding.isRestricted = reader.flag("is_restricted")
    holding.sharesUnit = reader.text("shares_unit")
    guard let level = reader.number("fair_value_level") else { return }
    holding.fairValueLevel = Int(exactly: level).flatMap { 1...3 ~= $0 ? $0 : nil }
    if holding.fairValueLevel == nil {
      reader.refuse(reader.member("fair_value_level"), "must be 1, 2 or 3")
    }
  }

  /// Who holds what.
  private func mapSubject(_ reader: ObjectReader, of holding: inout Holding) {
    holding.holder = requiredParty(
      "holder", reader, context: "a holding", origin: holding.origin)
    holding.kind = reader.requiredCode("kind", in: "holding_kind")
    if let key = reader.key("tranche"), let place = reader.member("tranche") {
      needed.append(Needed(tables: [Tranche.table], key: key, place: place))
      holding.tranche = key
    }
    holding.issuer = party(
      "issuer", reader, context: "a holding of \(holding.holder)", origin: holding.origin)
    holding.title = reader.text("title")
    holding.issuerName = reader.text("issuer_name")
    holding.issuerLEI = reader.identifier("issuer_lei", scheme: .lei)
    holding.issuerCountry = reader.country("issuer_country")
    holding.issuerCategory = reader.text("issuer_category")
    holding.assetCategory = reader.text("asset_category")
    holding.isin = reader.identifier("isin", scheme: .isin)
    holding.cusip = reader.identifier("cusip", scheme: .cusip)
    if holding.tranche == nil, holding.issuer == nil, holding.title == nil,
      holding.issuerName == nil
    {
      reader.refuse(nil, "names nothing that is held", hint: "add 'tranche', 'issuer' or 'title'")
    }
  }

  /// Who holds what on which day: such a holding is one.
  private static func key(of holding: Holding) -> String {
    let what =
      holding.tranche ?? holding.isin ?? holding.cusip ?? holding.title ?? holding.issuer
      ?? holding.issuerName ?? ""
    let day = holding.asOf.until.map { "/\($0)" } ?? ""
    return RecordKey.normalised("\(holding.holder)/holding/\(what)\(day)")
  }
}
