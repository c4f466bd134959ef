internal import FlowGraph
internal import Ledger
public import SQLite

/// The flows between the parties of a ledger, as the saved query `party-flows` has them.
public struct PartyNetwork: Sendable {
  let network: FlowNetwork
  /// What is known of the flows besides, by their keys.
  let details: [String: FlowDetail]
  private let names: [String: String]
  private let question: NetworkQuestion

  /// What a flow of the network does not hold.
  struct FlowDetail: Sendable {
    let record: String
    let isContingent: Bool
    let years: Double?
    /// In US cents.
    let perYear: Int64?
  }

  /// Asks the ledger.
  public init(_ question: NetworkQuestion, in connection: borrowing Connection) throws {
    let query = try SavedQueries.trusted("party-flows", in: connection)
    let rows = FlowRows(
      try QueryRunner.run(query, values: question.values, in: connection), question)
    network = try FlowNetwork(flows: rows.flows)
    details = rows.details
    names = rows.names
    self.question = question
  }

  /// The keys of the records its flows are of, in the order of the keys.
  public var records: [String] { Set(details.values.map(\.record)).sorted() }

  /// What its parties have: as given, and elsewhere as they have reported by the day asked about.
  ///
  /// - Throws: `BalanceSheetsRefused` for names that are none of the network.
  public func balanceSheets(
    _ given: BalanceSheets?, in connection: borrowing Connection
  ) throws -> BalanceSheets {
    let reported = try BalanceSheets(reportedBy: question.asOf, in: connection)
    return try given?.keyed(by: self).completed(by: reported) ?? reported
  }

  /// A party's name.
  func name(_ key: String) -> Value { .text(names[key] ?? key) }

  func names(_ keys: [String]) -> Value {
    .text(keys.map { names[$0] ?? $0 }.joined(separator: ", "))
  }

  /// The key of a party that a person names by key or name.
  ///
  /// - Throws: `NetworkProblem` with what comes near.
  func key(of text: String) throws -> String {
    if names[text] != nil { return text }
    let wanted = text.lowercased()
    if let found = names.first(where: { $0.value.lowercased() == wanted }) { return found.key }
    let near = names.filter { $0.key.contains(wanted) || $0.value.lowercased().contains(wanted) }
    let hint =
      near.isEmpty
      ? "`deals query party-flows` lists them"
      : "did you mean \(near.keys.sorted().prefix(5).joined(separator: ", "))?"
    throw NetworkProblem("no flow of the network begins or ends at '\(text)'; \(hint)")
  }

  /// What the answers rest on, a line each.
  public var assumptions: [String] {
    let total = network.total
    let contingent = network.flows.count { details[$0.id]?.isContingent ?? false }
    let years = network.flows.compactMap { details[$0.id]?.years }
    var lines = [
      "\(network.flows.count) flows between \(network.parties.count) parties, stage "
        + "\(question.stage ?? "announced") or deeper; each amount at its "
        + (question.bound == .high ? "most" : "least"),
      "\(total.unknown) of them have no amount and count for none",
    ]
    if contingent > 0, question.layer == .all {
      lines.append("\(contingent) flow only if something happens (--layer firm leaves them out)")
    }
    if let least = years.min(), let most = years.max(), least < most {
      lines.append(
        "amounts are for the whole of each record, from \(HumanNumber.written(least)) to "
          + "\(HumanNumber.written(most)) years where that is known, and not annualised")
    }
    return lines
  }
}

/// What a network cannot answer, and what to do.
public struct NetworkProblem: Error, Sendable, CustomStringConvertible {
  /// What the user reads.
  public let description: String

  /// One in words.
  public init(_ description: String) { self.description = description }
}
