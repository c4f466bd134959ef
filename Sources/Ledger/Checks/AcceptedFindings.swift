public import SQLite

/// Findings a person has looked at and accepted, each with the reason it may stay.
public enum AcceptedFindings {
  /// The reason each accepted finding may stay.
  public static func all(
    in database: borrowing some Database & ~Copyable
  ) throws -> [Finding: String] {
    var reasons: [Finding: String] = [:]
    try database.forEachRow(
      "SELECT check_name, subject, problem, reason FROM accepted_finding"
    ) { row in
      let finding = Finding(check: try row(0), subject: try row(1), problem: try row(2))
      reasons[finding] = try row(3, as: String.self)
    }
    return reasons
  }

  /// Accepts findings in a run of its own. One that is accepted already gets the new reason.
  public static func accept(
    _ findings: [Finding], because reason: String, command: RunCommand,
    into connection: inout Connection
  ) throws {
    try connection.transaction { transaction in
      let run = try ImportRun.begin(.claim, command: command, input: nil, in: transaction)
      var writer = LedgerWriter(run: run)
      for finding in findings { try writer.accept(finding, because: reason, in: transaction) }
      try writer.finish(in: transaction)
    }
  }
}

extension LedgerWriter {
  /// Accepts a finding, or changes the reason for it.
  public mutating func accept(
    _ finding: Finding, because reason: String, in transaction: borrowing Transaction
  ) throws {
    let held = try transaction.value(
      """
      SELECT reason FROM accepted_finding WHERE check_name = ? AND subject = ? AND problem = ?
      """, [finding.check, finding.subject, finding.problem], as: String.self)
    note(held == nil ? .added : held == reason ? .same : .changed)
    guard held != reason else { return }
    try transaction.run(
      """
      INSERT INTO accepted_finding (check_name, subject, problem, reason, run_id)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (check_name, subject, problem) DO UPDATE SET reason = excluded.reason
      """, [finding.check, finding.subject, finding.problem, reason, run.id])
  }
}
