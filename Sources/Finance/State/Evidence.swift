/// Who stands behind the statement that a deal exists: the first axis of its state (design.md 1).
///
/// The raw value is the code in documents and in the file. The cases rise in strength.
public enum Evidence: String, Sendable, CaseIterable, BitwiseCopyable {
  /// Talks or plans that nobody confirms. Counts in no stage.
  case rumoured
  /// A publication says so.
  case reported
  /// A party to the deal says so.
  case companyAnnounced = "company_announced"
  /// A filing with an authority says so.
  case filed
}
