internal import Finance
internal import SQLite

/// Exchange rates that a run wrote. What they bear on is found by spans of days: a history of rates
/// is one span a currency, however many days it has.
struct TouchedRates: Sendable {
  /// Days by currency, as numbers.
  private var days: [String: [Int]] = [:]

  var isEmpty: Bool { days.isEmpty }

  mutating func note(_ rates: [DailyValue]) {
    for rate in rates { days[rate.name, default: []].append(rate.day.number) }
  }

  /// The days of amounts that a rate of a currency may convert: its own and the seven after it,
  /// joined where they meet.
  var spans: [(currency: String, first: Day, last: Day)] {
    days.sorted { $0.key < $1.key }.flatMap { currency, days in
      var spans: [ClosedRange<Int>] = []
      for day in days.sorted() {
        if let last = spans.last, day <= last.upperBound + 1 {
          spans[spans.count - 1] = last.lowerBound...(day + Self.reachDays)
        } else {
          spans.append(day...(day + Self.reachDays))
        }
      }
      return spans.map { span in
        (
          currency, Day(daysSince1970: span.lowerBound) ?? .earliest,
          Day(daysSince1970: span.upperBound) ?? .latest
        )
      }
    }
  }

  /// How many days a rate stands in for those without one (`Conversion`).
  private static let reachDays = 7

  /// Adds what the rates bear on to the lists of `TouchedRecords`.
  func list(in transaction: borrowing Transaction) throws {
    guard !isEmpty else { return }
    try transaction.run(
      "CREATE TEMP TABLE touched_rate (currency TEXT, first_on TEXT, last_on TEXT)")
    for span in spans {
      try transaction.run(
        "INSERT INTO touched_rate VALUES (?, ?, ?)", [span.currency, span.first, span.last])
    }
    let statements = RateReach.statements { figure, currency in
      """
      EXISTS (SELECT 1 FROM touched_rate r WHERE r.currency IN ('USD', \(currency))
        AND \(figure).dated_until BETWEEN r.first_on AND r.last_on)
      """
    }
    for (list, select) in statements {
      try transaction.run("INSERT OR IGNORE INTO \(list) \(select)")
    }
    try transaction.run("DROP TABLE touched_rate")
  }
}
