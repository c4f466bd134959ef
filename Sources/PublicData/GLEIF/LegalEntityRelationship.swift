public import Finance
public import Tabular

/// Who is consolidated by whom: a line of GLEIF's level 2 data ("who owns whom"), in the words of
/// the Relationship Record Common Data File format 2.1.
public struct LegalEntityRelationship: Hashable, Sendable {
  /// The LEI of the child, fund or branch.
  public let startLEI: String
  /// The LEI of the parent, fund manager or head office.
  public let endLEI: String
  /// `IS_DIRECTLY_CONSOLIDATED_BY`, `IS_ULTIMATELY_CONSOLIDATED_BY`, `IS_FUND-MANAGED_BY`, …
  public let kind: String
  /// `ACTIVE` or `INACTIVE`.
  public let status: String?
  /// The first day of the relationship, not of an accounting or a filing period.
  public let startsOn: Day?
  /// Its last day.
  public let endsOn: Day?
  /// `PUBLISHED`, `LAPSED`, `RETIRED`, …
  public let registrationStatus: String?
  /// Where its line begins in the file.
  public let position: SourcePosition
}
