import Finance
import Ledger
import SQLite

extension DocumentMapper {
  /// Money that was drawn has moved: a draw whose document does not say how funded the loan is then
  /// makes it partly drawn, or drawn once the draws come to all there is. What a source says is
  /// left alone, and nothing that is only not known follows it.
  func settleDraws(in database: borrowing some Database & ~Copyable) throws {
    guard !drawsToSettle.isEmpty else { return }
    let parts = LoanEvents.Parts(of: batch)
    var touched: [LoanEvents.Owner] = []
    let draws = drawsToSettle.compactMap { batch.find(Event.self, $0) }
    for draw in draws.sorted(by: LoanEvents.isEarlier) {
      guard let owner = try LoanEvents.Owner(of: draw, parts, in: batch, database) else { continue }
      touched.append(owner)
      let loan = try LoanEvents(of: owner, parts, in: batch, database)
      guard let funding = loan.funding(after: draw, stated: statedAmounts[owner.deal]) else {
        continue
      }
      batch.change(Event.self, draw.key) {
        $0.funding = funding
        $0.fundingIsDerived = true
      }
    }
    for owner in touched {
      for event in try LoanEvents(of: owner, parts, in: batch, database).overriding {
        batch.change(Event.self, event.key) {
          $0.funding = nil
          $0.fundingIsDerived = nil
        }
      }
    }
  }
}

/// What happened to a loan, in this input and on record.
struct LoanEvents {
  /// The keys of the input's events and tranches by what they belong to.
  struct Parts {
    private(set) var events: [String: [String]] = [:]
    private(set) var tranches: [String: [String]] = [:]

    init(of batch: Batch) {
      for event in batch.all(Event.self) {
        for owner in [event.deal, event.tranche].compactMap(\.self) {
          events[owner, default: []].append(event.key)
        }
      }
      for tranche in batch.all(Tranche.self) {
        tranches[tranche.deal, default: []].append(tranche.key)
      }
    }
  }

  /// The deal of an event, and the tranche that the event is about.
  struct Owner {
    let deal: String
    let tranche: Tranche?

    /// - Returns: nil for an event of a contract.
    init?(
      of event: Event, _ parts: Parts, in batch: Batch,
      _ database: borrowing some Database & ~Copyable
    ) throws {
      if let key = event.tranche {
        let onRecord = try TrancheRepository().find(key, in: database)
        var tranche = batch.find(Tranche.self, key) ?? onRecord
        if tranche?.amount.hasFigure == false, let onRecord { tranche?.amount = onRecord.amount }
        self.tranche = tranche
        deal = tranche?.deal ?? ""
      } else if let deal = event.deal {
        self.deal = deal
        var tranches = (parts.tranches[deal] ?? []).compactMap { batch.find(Tranche.self, $0) }
        for other in try TrancheRepository().all(where: "deal_id", is: deal, in: database)
        where !tranches.contains(where: { $0.key == other.key }) {
          tranches.append(other)
        }
        tranche = tranches.count == 1 ? tranches.first : nil
      } else {
        return nil
      }
    }
  }

  private let owner: Owner
  /// In the order of days; one without a day comes first.
  private let events: [Event]
  private let isInInput: Set<String>

  init(
    of owner: Owner, _ parts: Parts, in batch: Batch,
    _ database: borrowing some Database & ~Copyable
  ) throws {
    self.owner = owner
    var told = parts.events[owner.deal] ?? []
    if let tranche = owner.tranche?.key, tranche != owner.deal {
      told += parts.events[tranche] ?? []
    }
    let keys = Set(told)
    isInInput = keys
    var events = told.compactMap { batch.find(Event.self, $0) }
    var onRecord = try Repository<Event>().all(where: "deal_id", is: owner.deal, in: database)
    if let key = owner.tranche?.key {
      onRecord += try Repository<Event>().all(where: "tranche_id", is: key, in: database)
    }
    events += onRecord.filter { !keys.contains($0.key) }
    self.events = events.sorted(by: Self.isEarlier)
  }

  static func isEarlier(_ one: Event, _ other: Event) -> Bool {
    (one.occurred.on?.number ?? .min) < (other.occurred.on?.number ?? .min)
  }

  /// How funded the loan is after a draw; nil where that is said already.
  func funding(after draw: Event, stated: AmountColumns?) -> String? {
    let before = events.filter { !Self.isEarlier(draw, $0) }
    let standing = before.last { $0.key != draw.key && $0.funding != nil }?.funding
    if standing == "drawn" || standing == "repaid" { return nil }
    let whole = owner.tranche.flatMap { $0.amount.hasFigure ? $0.amount : nil } ?? stated
    guard let whole, let committed = whole.minor, whole.currency == draw.amount.currency,
      let drawn = sum("drawn", of: before, in: draw.amount.currency)
    else { return "partly_drawn" }
    // What a revolving credit has been repaid can be drawn again.
    let isRevolving = owner.tranche?.instrument == "revolving_credit"
    let back = isRevolving ? sum("repaid", of: before, in: draw.amount.currency) ?? 0 : 0
    return drawn - back >= committed ? "drawn" : "partly_drawn"
  }

  private func sum(_ kind: String, of events: [Event], in currency: String?) -> Int64? {
    events.filter { $0.kind == kind }.reduce(0 as Int64?) { sum, event in
      guard let sum, let minor = event.amount.minor, event.amount.currency == currency else {
        return nil
      }
      let (total, overflows) = sum.addingReportingOverflow(minor)
      return overflows ? nil : total
    }
  }

  /// Events of the input that say no more than that funding is not known, after one that says it.
  var overriding: [Event] {
    events.enumerated().filter { index, event in
      event.funding == "unknown" && event.fundingIsDerived == true && isInInput.contains(event.key)
        && events.prefix(index).contains { $0.funding != nil && $0.funding != "unknown" }
    }.map(\.element)
  }
}
