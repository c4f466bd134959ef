import Finance
import Ledger
import SQLite
import Tabular

/// What is on record of the status of the deals and contracts of an input.
struct StatusesOnRecord {
  private var known: [String: StatusOnRecord] = [:]

  subscript(table: String, key: String) -> StatusOnRecord? { known["\(table) \(key)"] }

  mutating func learn(
    _ table: String, _ key: String, in database: borrowing some Database & ~Copyable
  ) throws {
    known["\(table) \(key)"] = try StatusOnRecord(of: table, key, in: database)
  }
}

extension DocumentMapper {
  /// Takes note of how the deals and contracts stand that the ledger has already.
  func learnStatuses(
    of documents: [JSONValue], in database: borrowing some Database & ~Copyable
  ) throws {
    for document in documents {
      guard let text = document["key"]?.string else { continue }
      let key = RecordKey.normalised(text)
      if document["issuer"] != nil {
        try statuses.learn(Deal.table, key, in: database)
        if document["name"] == nil || document["kind"] == nil {
          dealsOnRecord[key] = try DealRepository().find(key, in: database)
        }
      }
      if document["legs"] != nil { try statuses.learn(Contract.table, key, in: database) }
    }
  }

  /// The status a document states. Funding that it does not state is what a source has said before,
  /// else what follows from a rule.
  func status(
    _ reader: ObjectReader, kind: String, hasClosed: Bool, onRecord: StatusOnRecord?
  ) -> StatusEvents.Status {
    var status = StatusEvents.Status()
    // It tells its events one by one, and they its status.
    if reader.isVerbatim { return status }
    status.evidence = reader.requiredCode("evidence", in: "evidence")
    status.binding = reader.requiredCode("binding", in: "binding")
    status.funding = reader.code("funding", in: "funding")
    guard status.funding == nil else { return status }
    status.fundingIsDerived = true
    if let onRecord, onRecord.hasStatedFunding { status.funding = onRecord.funding }
    status.funding =
      status.funding
      ?? MeasureRules.funding(kind: kind, binding: status.binding, hasClosed: hasClosed)
    return status
  }

  func mapDealEvents(_ reader: ObjectReader, _ context: DealContext) {
    mapEvents(
      reader, dated: ["announced", "priced", "signed", "closed"], status: context.status,
      onRecord: statuses[Deal.table, context.key], sources: context.sources
    ) { kind in
      var event = Event(key: "\(context.key)/event/\(kind)")
      event.deal = context.key
      event.origin = context.origin
      return event
    }
  }

  func mapContractEvents(
    _ reader: ObjectReader, of contract: Contract, status: StatusEvents.Status, sources: [String]
  ) {
    mapEvents(
      reader, dated: ["announced", "signed"], status: status,
      onRecord: statuses[Contract.table, contract.key], sources: sources
    ) { kind in
      var event = Event(key: "\(contract.key)/event/\(kind)")
      event.contract = contract.key
      event.origin = contract.origin
      return event
    }
  }

  /// The events of the days a document gives, with its status on them, and those it tells itself.
  private func mapEvents(
    _ reader: ObjectReader, dated kinds: [String], status: StatusEvents.Status,
    onRecord: StatusOnRecord?, sources: [String], _ make: (_ kind: String) -> Event
  ) {
    if !reader.isVerbatim {
      let dated = kinds.map { (kind: $0, days: reader.days($0 + "_on")) }
      let made = StatusEvents.make(
        dated, status: status, firstSource: firstPublication(sources), onRecord: onRecord
      ) { kind in
        var event = make(kind)
        event.kind = kind
        return event
      }
      for event in made {
        add(event, at: reader.value)
        if dated.allSatisfy({ $0.days.on == nil }), let later = onRecord?.laterWord(than: event) {
          warnOfLater(later, than: event, at: reader.value)
        }
      }
    }
    let subject = make("")
    mapEvents(reader, sources: sources) {
      ($0.deal, $0.contract) = (subject.deal, subject.contract)
    }
  }

  private func warnOfLater(
    _ later: (word: String, day: Day), than event: Event, at place: JSONValue
  ) {
    let day = event.occurred.on.map { "from \($0), the day of its source" } ?? "for no day"
    problems.warn(
      place.located(
        "its status is taken \(day); the record has '\(later.word)' from \(later.day) on",
        hint: "give the day: announced_on, priced_on, signed_on or closed_on"))
  }

  /// The day the first cited source with a day was published.
  private func firstPublication(_ sources: [String]) -> DayPair {
    for key in sources {
      if let days = batch.find(Source.self, key)?.published, days.on != nil { return days }
      if let days = publications[key] { return days }
    }
    return DayPair()
  }
}
