/// A claimed value as someone wrote it.
public struct ClaimWords: Equatable, Sendable {
  /// The value; nil where only the original words are kept.
  public var value: String?
  /// The language of the value, as `sv` or `en`; nil where any may be meant.
  public var language: String?
  /// ISO 4217, where the value names none.
  public var currency: String?
  /// A code of the list `measure`.
  public var measure: String?
  /// A code of the list `qualifier`, where the value's own words do not say it.
  public var qualifier: String?

  /// One that says nothing yet.
  public init(value: String? = nil) { self.value = value }

  /// Whether anything is said that only an amount has.
  var isMoney: Bool { currency != nil || measure != nil }
}
