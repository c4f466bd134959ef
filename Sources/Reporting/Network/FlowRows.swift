import FlowGraph
import Ledger
import SQLite

/// The rows of the saved query `party-flows`, as flows.
struct FlowRows {
  private(set) var flows: [Flow] = []
  private(set) var details: [String: PartyNetwork.FlowDetail] = [:]
  private(set) var names: [String: String] = [:]

  init(_ result: ResultSet, _ question: NetworkQuestion) {
    let places = Dictionary(
      result.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    for row in result.rows {
      func text(_ name: String) -> String? {
        guard let place = places[name], case .text(let text) = row[place] else { return nil }
        return text
      }
      func number(_ name: String) -> Double? {
        guard let place = places[name] else { return nil }
        return switch row[place] {
        case .integer(let number): Double(number)
        case .real(let number): number
        default: nil
        }
      }
      let isContingent = number("contingent") == 1
      guard question.layer == .all || (question.layer == .contingent) == isContingent,
        let id = text("flow_key"), let from = text("from_key"), let to = text("to_key"),
        let kind = text("purpose").flatMap({ FlowKind(rawValue: $0) })
      else { continue }
      names[from] = text("from_party")
      names[to] = text("to_party")
      let amount = number(question.bound == .high ? "high_usd" : "low_usd")
      flows.append(
        Flow(
          id: id, from: from, to: to, kind: kind, amount: Self.cents(amount),
          stage: text("stage").flatMap { FlowStage(rawValue: $0) } ?? .announced,
          isCancellable: number("cancellable").map { $0 == 1 }))
      details[id] = PartyNetwork.FlowDetail(
        record: text("record_key") ?? "", isContingent: isContingent, years: number("years"),
        perYear: Self.cents(number("usd_per_year")))
    }
  }

  /// Dollars as they are stored with two decimals are whole cents.
  private static func cents(_ dollars: Double?) -> Int64? {
    dollars.flatMap { Int64(exactly: ($0 * 100).rounded()) }
  }
}
