import Ledger

extension PartForm<Term> {
  /// Calls, covenants, fees, options: what is said beside amount and rate.
  static var terms: PartForm {
    PartForm(
      name: "term", list: "terms", kind: "kind",
      fill: { _, reader, term in
        let object = reader.object
        term.kind = reader.kind(in: "term_kind")
        term.number = object.number("number")
        term.numberHigh = object.number("number_high")
        if let number = term.number, let high = term.numberHigh, high < number {
          object.refuse(object.member("number_high"), "is less than number")
        }
        term.unit = object.code("unit", in: "term_unit")
        let stated = reader.amount()
        term.amount = stated.columns
        term.starts = object.days("starts")
        term.ends = object.days("ends")
        term.condition = object.text("condition")
        term.notes = object.text("notes")
        return stated
      },
      tail: { $0.kind })
  }
}
