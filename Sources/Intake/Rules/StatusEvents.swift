import Ledger

/// How the status a document states as three words becomes dated events.
enum StatusEvents {
  struct Status {
    var evidence: String?
    var binding: String?
    var funding: String?
    var fundingIsDerived = false
  }

  /// The events of the dates a document gives, with the axes on them: evidence on the first,
  /// binding on pricing or signing, funding on closing; what has no event of its own rides on the
  /// last one. Without any date all three ride on an announcement on the day of the first source;
  /// without that day either, on an event of no day, which holds on every day.
  ///
  /// - Parameters:
  ///   - dated: kinds with their days, in the order of a deal's life.
  ///   - onRecord: what the ledger knows of the record already; then only what is new is said.
  static func make(
    _ dated: [(kind: String, days: DayPair)], status: Status, firstSource: DayPair,
    onRecord: StatusOnRecord?, event: (_ kind: String) -> Event
  ) -> [Event] {
    var events = dated.filter { $0.days.on != nil }.map { entry in
      var event = event(entry.kind)
      event.occurred = entry.days
      return event
    }
    let isDated = !events.isEmpty
    if !isDated {
      var announcement = event("announced")
      announcement.occurred = firstSource
      events = [announcement]
    }
    events = events.enumerated().sorted { first, second in
      guard let one = first.element.occurred.on, let other = second.element.occurred.on,
        one != other
      else { return first.offset < second.offset }
      return one < other
    }.map(\.element)
    let last = events.count - 1
    let binding = events.lastIndex { $0.kind == "priced" || $0.kind == "signed" } ?? last
    let funding = events.lastIndex { $0.kind == "closed" } ?? last
    events[0].evidence = status.evidence
    events[binding].binding = status.binding
    events[funding].funding = status.funding
    events[funding].fundingIsDerived = status.fundingIsDerived
    guard let onRecord else { return events }
    return isDated ? events.map(onRecord.news) : [onRecord.addition(events[0])].compactMap(\.self)
  }
}
