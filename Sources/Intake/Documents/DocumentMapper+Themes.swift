import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A theme with its members.
  func mapTheme(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    var theme = Theme(key: reader.requiredKey("theme"))
    theme.origin = Origin(source: sources.first, locator: reader.text("locator"))
    theme.name = reader.requiredText("name")
    theme.definition = reader.requiredText("definition")
    theme.version = reader.text("version")
    theme.statedBy = party("stated_by", reader, context: theme.key, origin: theme.origin)
    theme.stated = reader.days("stated_on")
    theme.notes = reader.text("notes")
    add(theme, at: reader.value)
    for member in reader.objects("members") { mapMember(member, of: theme, sources: sources) }
    reader.finish()
    supportingClaims(sources, on: theme.key, table: Theme.table, at: reader.value)
  }

  private func mapMember(_ reader: ObjectReader, of theme: Theme, sources: [String]) {
    var member = ThemeMember(key: "")
    member.theme = theme.key
    member.origin = origin(reader, among: sources, within: theme.origin)
    member.party = party("party", reader, context: theme.key, origin: member.origin)
    if let key = reader.key("deal"), let place = reader.member("deal") {
      needed.append(Needed(tables: [Deal.table], key: key, place: place))
      member.deal = key
    }
    if (member.party == nil) == (member.deal == nil) {
      reader.refuse(nil, "must be one party or one deal")
    }
    member.from = reader.days("from")
    member.before = reader.days("before")
    member.reason = reader.text("reason")
    member.notes = reader.text("notes")
    let subject = member.party ?? member.deal ?? ""
    member.key = reader.key("key") ?? "\(theme.key)/member/\(subject)"
    reader.finish()
    add(member, at: reader.value)
  }
}
