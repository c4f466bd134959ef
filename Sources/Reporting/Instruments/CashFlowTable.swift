public import Finance
public import Ledger
internal import SQLite

/// The flows of a tranche as rows.
public enum CashFlowTable {
  /// One row for each flow, in the order they are due, with what is owed afterwards.
  ///
  /// Amounts are in the tranche's currency, the lender's view: below zero is lent. A flow whose
  /// amount cannot be said has none, and the reason.
  public static func result(_ plan: CashFlowPlan, of terms: PaymentTerms) throws -> ResultSet {
    let currency = terms.stored.currency.flatMap { Currency(code: $0) }
    var scale = 1.0
    for _ in 0..<(currency?.exponent ?? 2) { scale *= 10 }
    func amount(_ amount: FlowAmount) -> Value {
      amount.minorUnits.map { .real(Double($0) / scale) } ?? .null
    }
    let rows = plan.flows.map { flow -> [Value] in
      [
        .text(flow.due.description), .text(flow.payment.description), .text(flow.kind.rawValue),
        amount(flow.amount), .text(currency?.code ?? "per 100"),
        amount(plan.outstanding(on: plan.valueDay(of: flow))),
        .integer(flow.amount.isAssumed ? 1 : 0),
        flow.amount.missing.map { .text($0.description) } ?? .null,
      ]
    }
    return ResultSet(
      columns: [
        .init(name: "due_on", unit: "date"), .init(name: "paid_on", unit: "date"),
        .init(name: "kind", unit: "text"), .init(name: "amount", unit: "millions"),
        .init(name: "currency", unit: "text"), .init(name: "owed_after", unit: "millions"),
        .init(name: "is_assumed", unit: "flag"), .init(name: "missing", unit: "text"),
      ], rows: rows)
  }
}
