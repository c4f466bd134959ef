import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A document that is an asset.
  func mapAsset(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    var asset = Asset(key: reader.requiredKey("key"))
    asset.origin = Origin(source: sources.first, locator: reader.text("locator"))
    asset.name = reader.requiredText("name")
    asset.kind = reader.requiredCode("asset_kind", in: "asset_kind")
    asset.owner = party("owner", reader, context: asset.key, origin: asset.origin)
    asset.country = reader.country("country")
    asset.place = reader.text("place")
    asset.capacityMegawatts = reader.number("capacity_mw")
    asset.quantity = reader.number("quantity")
    asset.unit = reader.text("unit")
    asset.model = reader.text("model")
    asset.usefulLifeYears = reader.number("useful_life_years")
    var stated = reader.amount(currency: nil) { _ in "appraised" }
    stated.columns.measureIsDerived = nil
    asset.appraisal = stated.columns
    asset.appraised = reader.days("appraised")
    asset.inService = reader.days("in_service")
    asset.notes = reader.text("notes")
    reader.finish()
    add(asset, at: reader.value)
    claimBeside(stated, of: asset.key, origin: asset.origin, at: reader.value)
    supportingClaims(sources, on: asset.key, table: Asset.table, at: reader.value)
  }
}
