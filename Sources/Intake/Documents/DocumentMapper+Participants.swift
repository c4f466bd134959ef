import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A participant told apart from its `deal` or `tranche`, since another source names it.
  ///
  /// Its key is `RECORD/ROLE/PARTY`. An amount without a measure is one committed.
  func mapParticipantDocument(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    let origin = Origin(source: sources.first, locator: reader.text("locator"))
    var participation = Participation(key: "")
    participation.deal = neededKey("deal", of: "deal", reader)
    participation.tranche = neededKey("tranche", of: "tranche", reader)
    let records = [participation.deal, participation.tranche].compactMap { $0 }
    if records.count != 1 { reader.refuse(nil, "must be in one deal or one tranche") }
    let record = records.first ?? ""
    participation.party = requiredParty(
      "participant", reader, context: record, origin: origin)
    participation.role = reader.requiredCode("role", in: "participation_role")
    participation.sharePercent = reader.number("share_pct")
    participation.amount = reader.amount(currency: nil) { _ in "committed" }.columns
    participation.notes = reader.text("notes")
    participation.origin = origin
    let given = reader.key("key")
    if let given { namedKeys.insert(given) }
    participation.key =
      given
      ?? "\(record)/\(RecordKey.normalised(participation.role))/\(participation.party)"
    reader.finish()
    add(participation, at: reader.value)
  }
}
