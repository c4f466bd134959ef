import Ledger

/// What findings come to, and how a command ends with them.
struct Verdict {
  private var isSilent = true
  private var isDamaged = false

  /// Notes a finding that nobody accepted.
  mutating func note(_ finding: Finding) {
    isSilent = false
    if finding.isDamage { isDamaged = true }
  }

  /// Ends with the status of what was found; goes on where that is nothing.
  func end(_ path: String) throws {
    if isDamaged {
      Console.message("deals: \(path): is damaged\n\(DamageAdvice.text(path))")
      throw ExitStatus.refused.code
    }
    if !isSilent { throw ExitStatus.findings.code }
  }
}
