import Finance
import Ledger
import SQLite

/// The claims on a company's figures: which filing said what, and which one is followed.
struct FactClaims {
  /// Why the latest value is followed; by it such claims are told from what somebody decided.
  static let reason = "given so by the company's later filing"

  private struct OnFile {
    var keys: Set<String> = []
    var preferred: (key: String, reason: String?, publishedOn: Day?)?
  }

  private var onFile: [String: OnFile] = [:]

  init(of company: String, in transaction: borrowing Transaction) throws {
    var found: [String: OnFile] = [:]
    try transaction.forEachRow(
      """
      SELECT o.key, c.key, c.stance, c.reason, s.published_on FROM observation o
      JOIN claim c ON c.record_table = 'observation' AND c.record_id = o.id
        AND c.attribute = 'value'
      JOIN source s ON s.id = c.source_id
      WHERE o.subject_id = (SELECT id FROM party WHERE key = ?)
      """, [company]
    ) { row in
      let (record, key) = (try row(0, as: String.self), try row(1, as: String.self))
      found[record, default: OnFile()].keys.insert(key)
      if try row(2, as: String.self) == "preferred" {
        found[record]?.preferred = (key, try row(3), try row(4))
      }
    }
    onFile = found
  }

  /// Whether there are claims on a figure.
  func areOn(_ record: String) -> Bool { onFile[record] != nil }

  /// Whether a claim is on file.
  func has(_ key: String, on record: String) -> Bool { onFile[record]?.keys.contains(key) ?? false }

  /// Whether the company's latest word, filed on a day, is to be followed: what is followed now is
  /// it already, or an earlier one that was followed for the same reason.
  func follow(_ made: [Claim], on record: String, filedOn: Day?) -> Bool {
    guard let preferred = onFile[record]?.preferred, let latest = made.last else { return true }
    if preferred.key == latest.key { return true }
    return preferred.reason == Self.reason && !has(latest.key, on: record)
      && preferred.publishedOn ?? .earliest <= filedOn ?? .latest
  }

  /// The claim of a filing: its value, as a record of its own would have it.
  static func made(of observation: Observation, isFollowed: Bool) -> Claim {
    let subject = ClaimSubject(
      table: Observation.table, record: observation.key, attribute: "value")
    let value = RecordAttributes.value(of: "value", in: observation) { _ in nil }?.value
    var claim = Claim(
      key: ClaimKey.made(for: subject, saying: [observation.origin.source, value]))
    (claim.recordKind, claim.record) = (subject.table, subject.record)
    (claim.attribute, claim.value) = (subject.attribute, value)
    (claim.stance, claim.reason) = isFollowed ? ("preferred", reason) : ("alternative", nil)
    claim.assertedBy = observation.subject
    claim.origin = observation.origin
    return claim
  }

  /// The same as one that is not followed.
  static func beside(_ claim: Claim) -> Claim {
    var claim = claim
    (claim.stance, claim.reason) = ("alternative", nil)
    return claim
  }
}
