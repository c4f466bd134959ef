/// Where a payment goes that falls on no business day (2006 ISDA Definitions, section 4.12).
///
/// The raw value is the code in documents and in the file.
public enum BusinessDayRule: String, Sendable, CaseIterable {
  /// It stays where it is.
  case unadjusted
  /// To the next business day.
  case following
  /// To the next business day, but to the one before where the next is in another month.
  case modifiedFollowing = "modified_following"
  /// To the business day before.
  case preceding
}
