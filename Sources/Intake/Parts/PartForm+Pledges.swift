import Ledger

extension PartForm<Pledge> {
  /// Assets that secure a deal or a tranche.
  static var pledges: PartForm {
    PartForm(
      name: "pledge", list: "pledges", kind: "kind",
      fill: { mapper, reader, pledge in
        let object = reader.object
        pledge.kind = reader.kind(in: "pledge_kind")
        pledge.asset = object.requiredKey("asset")
        if let place = object.member("asset") {
          mapper.needed.append(Needed(tables: [Asset.table], key: pledge.asset, place: place))
        }
        pledge.rank = object.wholeNumber("rank")
        pledge.agent = mapper.party(
          "agent", object, context: reader.context, origin: reader.origin)
        pledge.from = object.days("from")
        pledge.released = object.days("released")
        pledge.notes = object.text("notes")
        return StatedAmount()
      },
      tail: { $0.asset })
  }
}
