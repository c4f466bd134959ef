public import SQLite

/// Something a check found, in words.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
  /// The check that found it.
  public let check: String
  /// The record or table it is about.
  public let subject: String
  /// What is wrong with it.
  public let problem: String

  /// One with what is given.
  public init(check: String, subject: String, problem: String) {
    (self.check, self.subject, self.problem) = (check, subject, problem)
  }

  /// What the user reads.
  public var description: String { "\(check): \(subject): \(problem)" }

  /// Whether it asks what the content means, of a file that is as this program would have it.
  public var isQuestion: Bool {
    Checks.ofContent.contains { $0.name == check }
  }

  /// Whether it tells that the file itself is damaged, and not that a row is against a rule.
  public var isDamage: Bool {
    check == Check.pages.name && !DamageAdvice.isOfRules(problem)
  }
}

/// One thing that must hold in every ledger.
public struct Check: Sendable {
  /// The name it is shown by.
  public let name: String
  /// What it looks for, in a sentence.
  public let looksFor: String
  let find: @Sendable (borrowing Connection) throws -> [(subject: String, problem: String)]

  /// What the check finds; nothing when all is well.
  public func run(in connection: borrowing Connection) throws -> [Finding] {
    try find(connection).map { Finding(check: name, subject: $0.subject, problem: $0.problem) }
  }

  /// What the check finds, also where it stops at a page that is damaged.
  public func findings(in connection: borrowing Connection) throws -> [Finding] {
    do {
      return try run(in: connection)
    } catch let error as SQLiteError where .corrupt ~= error.code {
      return [
        Finding(check: Check.pages.name, subject: name, problem: "stopped: \(error.message)")
      ]
    }
  }

  /// SQL of an amount for people, `23,250,000,000 USD`, from SQL of its minor units, where `y` is
  /// its row of `currency`.
  static func money(_ minor: String) -> String {
    """
    printf('%,d', \(minor) / y.minor_per_unit)
      || CASE \(minor) % y.minor_per_unit WHEN 0 THEN ''
        ELSE substr(printf('%.2f', \(minor) % y.minor_per_unit * 1.0 / y.minor_per_unit), 2) END
      || ' ' || y.code
    """
  }

  /// A check that is one question: rows of subject and problem.
  static func question(_ name: String, looksFor: String, _ sql: String) -> Check {
    Check(name: name, looksFor: looksFor) { connection in
      try connection.query(sql) { (subject: try $0(0), problem: try $0(1)) }
    }
  }
}
