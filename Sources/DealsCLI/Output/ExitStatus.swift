import ArgumentParser
import Finance
import FlowGraph
import Intake
import Ledger
import Reporting
import SQLite
import Spreadsheets

/// How the command ends: sysexits, as documented for scripts.
enum ExitStatus: Int32 {
  case done = 0
  /// Done, with something to look at.
  case findings = 1
  case usage = 64
  /// Refused: bad input, or a damaged or foreign ledger. Nothing was written.
  case refused = 65
  case noInput = 66
  case bug = 70
  case outOfMemory = 71
  case cannotCreate = 73
  case cannotWrite = 74
  case busy = 75
  case noPermission = 77
  case newerLedger = 78
  /// A question took longer than it may.
  case timeLimit = 124

  var code: ExitCode { ExitCode(rawValue) }

  /// The status an error ends in.
  init(_ error: any Error) {
    switch error {
    case let error as LedgerError: self = Self.of(error)
    case let error as SQLiteError: self = Self.of(error)
    case is ImportRefused, is SheetRefused, is InputRefused, is RulesRefused, is ReadingError,
      is ClaimRefused, is BondError, is DateError, is NetworkProblem, is BalanceSheetsRefused,
      is ClearingError, is ExposureError, is FlowNetworkError:
      self = .refused
    case is UnknownMatch: self = .noInput
    case is PictureProblem, is UnknownColumns: self = .usage
    case SpreadsheetError.notWritten: self = .cannotWrite
    case is SpreadsheetError: self = .refused
    case let error as FileProblem: self = error.status
    case is TimeLimit: self = .timeLimit
    default: self = .bug
    }
  }

  private static func of(_ error: LedgerError) -> ExitStatus {
    switch error {
    case .missing, .unknownQuery, .unknownKey, .unknownRecord, .unknownAttribute, .unknownClaim,
      .unknownRun:
      .noInput
    case .nothingKnown: .findings
    case .exists: .cannotCreate
    case .newer: .newerLedger
    case .query: .usage
    case .foreign, .older, .damaged, .altered, .brokenReferences, .rule, .duplicateKey,
      .notAQuestion, .unknownName, .beyondLimit, .damagedHistory, .undoRefused, .terms:
      .refused
    case .database(let error): of(error)
    }
  }

  private static func of(_ error: SQLiteError) -> ExitStatus {
    switch error.code {
    case .busy, .locked: .busy
    case .full, .inputOutput: .cannotWrite
    case .readOnly, .permission, .authorization: .noPermission
    case .outOfMemory: .outOfMemory
    case .cannotOpen: .cannotCreate
    default: .refused
    }
  }
}
