/// Whom parties are added up under, as the view `party_rollups` has it.
public enum PartyRollup: String, Sendable, CaseIterable {
  /// Each party by itself; those held to be the same are one.
  case entity
  /// The ultimate parent, over subsidiary links.
  case parent
  /// Who stands behind it in the end, over sponsor links, else subsidiary links.
  case sponsor
  /// The name it trades under, over brand links, else subsidiary links.
  case brand
}
