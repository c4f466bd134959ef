import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A link of a party to another with all there is to say of it: its kind, its days, a share.
  func mapStatedLink(_ reader: ObjectReader, of key: String, _ whole: Origin) {
    let kind = reader.requiredCode("link", in: "party_link_kind")
    let origin = origin(reader, among: [], within: whole)
    let other = requiredParty("party", reader, context: key, origin: origin)
    let given = reader.key("key")
    let share = reader.number("share_pct")
    let from = reader.days("from")
    let before = reader.days("before")
    let reason = reader.text("reason")
    reader.finish()
    guard !kind.isEmpty, !other.isEmpty, !key.isEmpty else { return }
    guard other != key else { return reader.refuse(reader.member("party"), "is the party itself") }
    var link: PartyLink
    if let verdict = PartyVerdict(rawValue: kind) {
      link = PartyLink(verdict, key, other)
    } else {
      link = PartyLink(key: given ?? "\(key)/\(kind)/\(other)")
      (link.from, link.to, link.kind) = (key, other, kind)
    }
    link.sharePercent = share
    link.fromDay = from
    link.beforeDay = before
    link.reason = reason
    link.origin = origin
    if !batch.contains(table: PartyLink.table, link.key) { add(link, at: reader.value) }
  }
}
