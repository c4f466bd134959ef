public import Ledger
public import SQLite

/// Which state of which ledger an answer came from, and when.
public struct LedgerStamp: Sendable, Equatable {
  /// The file's name, without the folders it lies in.
  public let ledger: String
  /// The hash of the newest run that was read, with `+edited` after edits by another tool; nil for
  /// a ledger without a run.
  public let hash: String?
  /// The newest run that was read; nil for a ledger without one.
  public let run: Int64?
  /// When that run ended, as `2026-11-23T06:30:00Z`.
  public let runFinishedAt: String?
  /// The earlier state asked for.
  public let earlier: EarlierQuestion
  /// The day it was asked, `YYYY-MM-DD` in UTC.
  public let askedOn: String
  /// The version of the program that answered.
  public let programVersion: String

  /// The state a connection reads now.
  ///
  /// - Parameters:
  ///   - path: the ledger's file.
  ///   - earlier: the earlier state that was laid over the connection, where one was.
  /// - Throws: `SQLiteError`.
  public init(
    path: String, earlier: EarlierQuestion = EarlierQuestion(),
    in connection: borrowing Connection
  ) throws {
    let hash = try LedgerHash.current(in: connection)
    ledger = path.split(separator: "/").last.map(String.init) ?? path
    self.hash = hash?.description
    run = hash?.run
    runFinishedAt = hash?.runFinishedAt
    self.earlier = earlier
    askedOn = try LedgerClock.today(in: connection)
    programVersion = LedgerVersion.current
  }

  /// In a line: which ledger, which state of it, when.
  public var line: String {
    var words = [ledger]
    if let hash {
      let isEdited = hash.hasSuffix("+edited")
      words.append("ledger \(hash.prefix(12))\(isEdited ? "+edited" : "")")
    }
    if earlier.knownAt != nil, let run { words.append("as known after run \(run)") }
    if let day = earlier.publishedBy { words.append("as published by \(day)") }
    return (words + ["asked on \(askedOn)", "deals \(programVersion)"]).joined(separator: " · ")
  }
}
