internal import Finance

/// The keys of claims: what a claim is about and a short hash of what it says, so that the same
/// claim is found again.
public enum ClaimKey {
  /// The key of the claim that is the record's own statement. It changes with the record.
  public static func stated(of subject: ClaimSubject) -> String {
    RecordKey.normalised("\(subject.record)/\(subject.attribute)/stated")
  }

  /// Whether a key is that of a record's own statement.
  static func isStated(_ key: String) -> Bool { key.hasSuffix("/stated") }

  /// The key of a claim.
  ///
  /// `words`: what the claim says and who says it, in a fixed order.
  public static func made(for subject: ClaimSubject, saying words: [String?]) -> String {
    let content = words.map { $0 ?? "" }.joined(separator: "\u{1F}")
    return RecordKey.normalised(
      "\(subject.record)/\(subject.attribute)/\(ShortHash.of(content))")
  }

  /// What of an amount makes one claim another.
  public static func words(_ amount: AmountColumns) -> [String?] {
    [
      amount.minor.map(String.init), amount.lowMinor.map(String.init),
      amount.highMinor.map(String.init), amount.measure, amount.currency, amount.qualifier,
    ]
  }

  /// The key of a claim that has everything but its key.
  static func made(for claim: Claim) -> String {
    made(
      for: ClaimSubject(of: claim),
      saying: [claim.origin.source, claim.value, claim.original, claim.origin.locator]
        + words(claim.amount)
        + [
          claim.assertedBy, claim.reportedBy, claim.disputes, claim.period.on?.description,
          claim.period.until?.description,
        ])
  }
}
