import Finance
import Ledger
import PublicData

/// What filings say of one concept for one period, in the order in which they were filed.
struct FactSeries {
  /// What is told: a concept in a unit, for a period or on a day.
  struct Subject: Hashable {
    let metric: String
    let unit: String
    let startsOn: Day?
    let endsOn: Day

    init(_ fact: CompanyFact) {
      metric = "\(fact.taxonomy)/\(fact.concept)"
      (unit, startsOn, endsOn) = (fact.unit, fact.startsOn, fact.endsOn)
    }
  }

  private var facts: [CompanyFact] = []

  mutating func add(_ fact: CompanyFact) { facts.append(fact) }

  /// The values in the order in which they were told, each by the first filing that tells it; the
  /// last is the company's latest word. One that is the value before it, rounded or less rounded,
  /// tells nothing new.
  private var told: [CompanyFact] {
    let sorted = facts.enumerated().sorted { one, other in
      (one.element.filedOn, one.element.accession, one.offset)
        < (other.element.filedOn, other.element.accession, other.offset)
    }
    var told: [CompanyFact] = []
    for (_, fact) in sorted {
      guard let last = told.last else {
        told.append(fact)
        continue
      }
      if fact.value == last.value || fact.value.isRounding(of: last.value) { continue }
      if last.value.isRounding(of: fact.value) { told.removeLast() }
      told.append(fact)
    }
    return told
  }

  /// The latest value at the end, and before it those that differ from it.
  var claimed: [CompanyFact] {
    let told = told
    guard let latest = told.last else { return [] }
    return told.dropLast().filter { $0.value != latest.value } + [latest]
  }
}

extension FactSeries {
  /// What a figure on file is beside those of a file that lacks its filing.
  enum Relation {
    /// The same or a rounder one, or of one of the filings: what the file says holds.
    case sameOrRounder
    /// The same, more exact or told before.
    case moreExact
    case another
  }

  static func relation(of held: Observation, to stated: [Observation]) -> Relation {
    guard let latest = stated.last, let own = exact(held), let other = exact(latest),
      stated.allSatisfy({ $0.origin.source != held.origin.source })
    else { return .sameOrRounder }
    if own == other {
      return held.stated.on ?? .latest <= latest.stated.on ?? .latest ? .moreExact : .sameOrRounder
    }
    if own.isRounding(of: other) { return .sameOrRounder }
    return other.isRounding(of: own) ? .moreExact : .another
  }

  private static func exact(_ observation: Observation) -> ExactDecimal? {
    observation.figure.value.flatMap { try? ExactDecimal("\($0)") }
  }
}

extension ExactDecimal {
  /// Whether it is another number rounded to the last of its own digits, of which it has two at
  /// least.
  func isRounding(of other: ExactDecimal) -> Bool {
    coefficient.magnitude >= 10 && exponent > other.exponent
      && other.rounded(toDecimals: -exponent) == self
  }
}
