public import Finance

/// The amount columns that tranche, participation and leg share.
public struct AmountColumns: Equatable, Sendable {
  /// The amount in minor units of `currency`; for `up_to` the ceiling, for `at_least` the floor.
  public var minor: Int64?
  /// Both ends of a range, in minor units; nil for anything else.
  public var lowMinor: Int64?
  /// The high end of a range, in minor units; nil for anything else.
  public var highMinor: Int64?
  /// `exact`, `about`, `up_to`, `at_least`, `range` or `undisclosed`.
  public var qualifier: String?
  /// What kind of amount it is, a code of the list `measure`.
  public var measure: String?
  /// Whether the measure follows from a rule instead of a source.
  public var measureIsDerived: Bool?
  /// ISO 4217.
  public var currency: String?

  /// One that holds nothing yet.
  public init() {}

  /// Whether a figure is given at all.
  public var hasFigure: Bool { minor != nil || lowMinor != nil || highMinor != nil }
}

/// A date as the first and the last day it can mean; the same where the day is known.
public struct DayPair: Equatable, Sendable {
  /// The first day it can mean.
  public var on: Day?
  /// The last day it can mean.
  public var until: Day?

  /// One that holds nothing yet.
  public init() {}

  /// One with what is given.
  public init(_ span: DateSpan?) {
    on = span?.first
    until = span?.last
  }
}

/// Where a record comes from.
public struct Origin: Equatable, Sendable {
  /// Key of the source that states the record.
  public var source: String?
  /// Page, section, paragraph or line within the source.
  public var locator: String?

  /// One with what is given.
  public init(source: String? = nil, locator: String? = nil) {
    self.source = source
    self.locator = locator
  }
}

extension Record {
  /// The columns of an amount, replaced together.
  static func amount(
    _ path: any WritableKeyPath<Self, AmountColumns> & Sendable, derived: Bool = true
  ) -> [RecordColumn<Self>] {
    var columns: [RecordColumn<Self>] = [
      .member("amount_minor", of: path, \.minor, group: "amount"),
      .member("amount_low_minor", of: path, \.lowMinor, group: "amount"),
      .member("amount_high_minor", of: path, \.highMinor, group: "amount"),
      .member("qualifier", of: path, \.qualifier, group: "amount"),
      .member("measure", of: path, \.measure, group: "amount").words(of: "measure"),
      .member("currency", of: path, \.currency, group: "amount"),
    ]
    if derived {
      columns.append(
        .member("measure_is_derived", of: path, \.measureIsDerived, group: "amount"))
    }
    return columns
  }

  /// The two columns of a date: `stem_on` and `stem_until`.
  static func days(
    _ stem: String, _ path: any WritableKeyPath<Self, DayPair> & Sendable
  ) -> [RecordColumn<Self>] {
    [
      .member(stem + "_on", of: path, \.on, group: stem),
      .member(stem + "_until", of: path, \.until, group: stem),
    ]
  }

  /// The columns that say where a record comes from.
  static func origin(
    _ path: any WritableKeyPath<Self, Origin> & Sendable
  ) -> [RecordColumn<Self>] {
    [
      .member(
        "source_id", of: path, \.source, group: nil, content: .reference(table: "source")),
      .member("locator", of: path, \.locator, group: nil),
    ]
  }
}
