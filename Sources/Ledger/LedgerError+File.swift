extension LedgerError {
  /// What the user reads of a file that is no ledger, or none that can be worked with.
  var aboutFile: String {
    switch self {
    case .missing:
      "no ledger here; make one with `deals init` or name one with --ledger"
    case .exists:
      "exists already; remove it or name another file with --ledger"
    case .foreign:
      "is no ledger of this program (its application_id differs)"
    case .newer(_, let version, let known):
      "has schema version \(version), this program knows \(known); use a newer `deals`"
    case .older(_, let pending):
      "lacks \(pending.joined(separator: ", ")); bring it up to date with `deals migrate`"
    case .damaged(let path, let findings):
      "is damaged, and nothing was written to it\n"
        + findings.prefix(5).map { "  \($0)\n" }.joined()
        + (findings.count > 5 ? "  and \(findings.count - 5) more: `deals check pages`\n" : "")
        + DamageAdvice.text(path, after: findings)
    case .altered(_, let objects, let remedy):
      "nothing was written, since the file holds what no ledger of this program has\n"
        + objects.map { "  \($0)\n" }.joined() + remedy
    default: ""
    }
  }
}
