import Ledger

extension PartForm<Milestone> {
  /// What must come about before money falls due or a right vests.
  static var milestones: PartForm {
    PartForm(
      name: "milestone", list: "milestones", kind: "kind",
      fill: { _, reader, milestone in
        let object = reader.object
        milestone.kind = reader.kind(in: "milestone_kind")
        milestone.sequence = object.wholeNumber("sequence") ?? reader.number.map(Int64.init)
        milestone.quantity = object.number("quantity")
        milestone.quantityQualifier = object.code("quantity_qualifier", in: "qualifier")
        milestone.unit = object.text("unit")
        milestone.vestsQuantity = object.number("vests_quantity")
        milestone.vestsUnit = object.text("vests_unit")
        let stated = reader.amount()
        milestone.amount = stated.columns
        let currency = object.currencyCode() ?? (object.isVerbatim ? nil : reader.currency)
        milestone.priceHurdleMinor = object.minorUnits("price_hurdle", currency)
        // The hurdle and the amount share a currency, and are said together.
        if milestone.priceHurdleMinor != nil, milestone.amount.qualifier == nil {
          milestone.amount.qualifier = "undisclosed"
          milestone.amount.currency = currency
        }
        milestone.due = object.days("due")
        milestone.reached = object.days("reached")
        milestone.condition = object.text("condition")
        milestone.notes = object.text("notes")
        return stated
      },
      tail: { [$0.kind, $0.sequence.map(String.init)].compactMap(\.self).joined(separator: "-") })
  }
}
