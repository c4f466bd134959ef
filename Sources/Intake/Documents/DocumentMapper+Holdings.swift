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
    holding.isInDefault = reader.flag("is_in_default")
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
    holding.isin = reader.identifier("isin", scheme: .isin)
    holding.cusip = reader.identifier("cusip", scheme: .cusip)
    if holding.tranche == nil, holding.issuer == nil, holding.title == nil {
      reader.refuse(nil, "names nothing that is held", hint: "add 'tranche', 'issuer' or 'title'")
    }
  }

  /// Who holds what on which day: such a holding is one.
  private static func key(of holding: Holding) -> String {
    let what =
      holding.tranche ?? holding.isin ?? holding.cusip ?? holding.title ?? holding.issuer ?? ""
    let day = holding.asOf.until.map { "/\($0)" } ?? ""
    return RecordKey.normalised("\(holding.holder)/holding/\(what)\(day)")
  }
}
