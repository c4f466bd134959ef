import Finance
import Ledger

extension PartForm<RepaymentRecord> {
  /// Payments of principal.
  static var repayments: PartForm {
    PartForm(
      name: "repayment", list: "repayments", kind: "basis",
      fill: { _, reader, repayment in
        let object = reader.object
        repayment.basis = reader.kind(in: "repayment_basis")
        let told = [
          "maturity": "the tranche's own 'matures_on'", "draw": "an event that 'matures'",
          "extension": "an event that 'matures'",
        ]
        if let elsewhere = told[repayment.basis] {
          object.refuse(
            object.member(reader.kindName), "\(repayment.basis) is \(elsewhere)",
            hint: "a payment is contractual or projected")
        }
        repayment.due = object.days("due")
        if !object.has("due") { object.refuse(nil, "lacks 'due'") }
        let stated = reader.amount()
        repayment.amount = stated.columns
        repayment.sharePercent = object.number("share_pct")
        repayment.notes = object.text("notes")
        return stated
      },
      tail: { "\($0.basis)/\($0.due.on?.description ?? "")" })
  }
}
