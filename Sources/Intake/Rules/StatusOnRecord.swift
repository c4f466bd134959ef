import Finance
import Ledger
import SQLite

/// What the ledger knows already of the status of a deal or contract that is imported again.
///
/// A document states the status as it stands. Of a record on file only what is new in it makes
/// history; what follows from a rule takes the place of nothing that a source said.
struct StatusOnRecord {
  /// Its events, an event without a day first.
  let events: [Event]
  /// Whether a source says how funded it is, or any tranche of it.
  let hasStatedFunding: Bool

  /// What is known of a record, or nil where the ledger does not have it.
  init?(
    of table: String, _ key: String, in database: borrowing some Database & ~Copyable
  ) throws {
    guard try RecordTables.find(table: table, key: key, in: database) != nil else { return nil }
    let own = try Repository<Event>().all(where: table + "_id", is: key, in: database)
    var parts: [Event] = []
    if table == Deal.table {
      for tranche in try TrancheRepository().all(where: "deal_id", is: key, in: database) {
        parts += try Repository<Event>().all(where: "tranche_id", is: tranche.key, in: database)
      }
    }
    events = own.enumerated().sorted { one, other in
      (one.element.occurred.on?.number ?? .min, one.offset)
        < (other.element.occurred.on?.number ?? .min, other.offset)
    }.map(\.element)
    hasStatedFunding = (own + parts).contains { $0.funding != nil && $0.fundingIsDerived != true }
  }

  /// How funded it is by its latest event that says so.
  var funding: String? { last(\.funding) }

  /// The event of an announcement that nobody dates, where it says something new: on a day of its
  /// own beside one that is on record.
  func addition(_ announcement: Event) -> Event? {
    var event = announcement
    if let held = events.first(where: { $0.key == event.key }), held.occurred != event.occurred {
      let owner = event.deal ?? event.contract ?? ""
      let day = event.occurred.on.map(\.description) ?? "undated"
      event.key = "\(owner)/event/\(event.kind)/\(day)"
    }
    event = news(event)
    return event.evidence ?? event.binding ?? event.funding == nil ? nil : event
  }

  /// An event without what the record says already on another one.
  func news(_ event: Event) -> Event {
    let held = events.first { $0.key == event.key }
    var event = event
    if let evidence = event.evidence, held?.evidence == nil,
      isKnown(evidence, \.evidence, event) || isWeaker(evidence)
    {
      event.evidence = nil
    }
    if let binding = event.binding, held?.binding == nil,
      !["priced", "signed"].contains(event.kind),
      isKnown(binding, \.binding, event)
    {
      event.binding = nil
    }
    if let funding = event.funding {
      let isGuess = event.fundingIsDerived == true && (hasStatedFunding || funding == "unknown")
      let isOld =
        held?.funding == nil && event.kind != "closed" && isKnown(funding, \.funding, event)
      if isGuess || isOld { event.funding = nil }
    }
    if event.funding == nil { event.fundingIsDerived = nil }
    return event
  }

  /// What the record says otherwise from a later day on, so that an announcement changes nothing
  /// of how it stands now: the word and its day.
  func laterWord(than event: Event) -> (word: String, day: Day)? {
    for axis in [\Event.evidence, \.binding, \.funding] {
      guard let said = event[keyPath: axis],
        let held = events.last(where: { $0[keyPath: axis] != nil }),
        let word = held[keyPath: axis], let day = held.occurred.on, word != said,
        event.occurred.on.map({ $0 < day }) ?? true
      else { continue }
      return (word, day)
    }
    return nil
  }

  /// Whether an axis stands so now, or did on the day of an event.
  private func isKnown(
    _ value: String, _ axis: KeyPath<Event, String?>, _ event: Event
  ) -> Bool {
    guard let day = event.occurred.on else { return value == last(axis) }
    return value == last(axis) || value == last(axis) { $0.occurred.on ?? day <= day }
  }

  /// A source that stands less close to the deal takes nothing from what is known.
  private func isWeaker(_ evidence: String) -> Bool {
    func strength(_ word: String?) -> Int? {
      word.flatMap(Evidence.init).flatMap(Evidence.allCases.firstIndex)
    }
    guard let held = strength(last(\.evidence)), let said = strength(evidence) else { return false }
    return said < held
  }

  private func last(
    _ axis: KeyPath<Event, String?>, where counts: (Event) -> Bool = { _ in true }
  ) -> String? {
    events.last { $0[keyPath: axis] != nil && counts($0) }?[keyPath: axis]
  }
}
