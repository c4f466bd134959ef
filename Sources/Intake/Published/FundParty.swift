import Finance
import Ledger
import PublicData
import SQLite
import Tabular

/// The fund of a report as a party: known by its LEI, else by its number in EDGAR, else by name.
struct FundParty {
  private let fund: NPortFund
  private let name: String?
  private var identifiers: [PublishedParties.Identified] = []
  private var complaint: String?

  init(_ fund: NPortFund) {
    self.fund = fund
    // A registrant without series is its only fund.
    name = fund.series ?? fund.registrant
    let lei = fund.series == nil ? fund.lei ?? fund.registrantLEI : fund.lei
    do throws(IdentifierError) {
      if let lei {
        identifiers.append(.init(scheme: "lei", value: try Identifier(lei, scheme: .lei).value))
      }
    } catch {
      complaint = "\(error); the fund is told by its name"
    }
    if let series = fund.seriesID { identifiers.append(.init(scheme: "sec_series", value: series)) }
    if fund.series == nil, let cik = fund.cik {
      identifiers.append(.init(scheme: "cik", value: cik))
    }
  }

  /// The key of the party, which is made where there is none; nil where it cannot be told.
  func find(
    at place: FilePlace, _ origin: Origin, _ pass: PublishedPass,
    in transaction: borrowing Transaction
  ) throws -> String? {
    if let complaint { pass.warnings.add(place, complaint) }
    guard let name, !PartyName(name).key.isEmpty else {
      pass.refusals.add(place, "neither the fund nor its registrant has a name")
      return nil
    }
    let answer = try pass.parties.resolve(
      name, identifiers, createsNearMisses: pass.options.createsParties, in: transaction)
    switch answer {
    case .unclear(let reason, let hint):
      pass.refusals.add(place, reason, hint: hint)
      return nil
    case .known(let key):
      try identify(key, origin, pass, in: transaction)
      return key
    case .new(let key):
      var party = Party(key: key)
      // Many registrants have a fund of the same name.
      let isTaken = pass.parties.known(name) != nil
      party.name = isTaken ? "\(name) (\(fund.registrant ?? key))" : name
      party.kind = "investment_fund"
      party.notes = fund.registrant.flatMap { $0 == name ? nil : "Series of \($0)" }
      party.origin = origin
      try pass.parties.make(party, with: &pass.writer, in: transaction)
      try identify(key, origin, pass, in: transaction)
      return key
    }
  }

  private func identify(
    _ key: String, _ origin: Origin, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws {
    for identifier in identifiers {
      try pass.parties.add(identifier, to: key, origin, &pass.writer, in: transaction)
    }
  }
}
