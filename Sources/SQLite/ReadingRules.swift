internal import CSQLite

/// What a statement of someone else may do: read tables and views, with functions that are named
/// here, within limits.
public struct ReadingRules: Sendable {
  /// The functions it may call, in small letters.
  public let functions: Set<String>
  /// How large things may get.
  public let limits: [Limit: Int]

  /// Rules with what is given.
  public init(functions: Set<String>, limits: [Limit: Int]) {
    (self.functions, self.limits) = (functions, limits)
  }

  /// One of SQLite's limits; see <https://www.sqlite.org/c3ref/c_limit_attached.html>.
  public enum Limit: Sendable, CaseIterable {
    /// Bytes of a text, a blob or a row.
    case length
    /// Bytes of a statement.
    case sqlLength
    /// Columns of a table, view, result or sort.
    case columns
    /// How deep an expression is nested.
    case expressionDepth
    /// Parts of a UNION.
    case compoundParts
    /// Instructions of a compiled statement.
    case instructions
    case functionArguments
    case attachedFiles
    /// Bytes of a pattern of LIKE and GLOB.
    case patternLength
    case parameters
    case triggerDepth
    case workerThreads

    var code: Int32 {
      switch self {
      case .length: SQLITE_LIMIT_LENGTH
      case .sqlLength: SQLITE_LIMIT_SQL_LENGTH
      case .columns: SQLITE_LIMIT_COLUMN
      case .expressionDepth: SQLITE_LIMIT_EXPR_DEPTH
      case .compoundParts: SQLITE_LIMIT_COMPOUND_SELECT
      case .instructions: SQLITE_LIMIT_VDBE_OP
      case .functionArguments: SQLITE_LIMIT_FUNCTION_ARG
      case .attachedFiles: SQLITE_LIMIT_ATTACHED
      case .patternLength: SQLITE_LIMIT_LIKE_PATTERN_LENGTH
      case .parameters: SQLITE_LIMIT_VARIABLE_NUMBER
      case .triggerDepth: SQLITE_LIMIT_TRIGGER_DEPTH
      case .workerThreads: SQLITE_LIMIT_WORKER_THREADS
      }
    }
  }
}

/// Why a statement is refused under ``ReadingRules``.
public enum ReadingRefusal: Error, Hashable, Sendable {
  /// It would change rows, the schema, or the file.
  case writes
  /// It makes or drops what lasts as long as the connection.
  case temporary
  /// It sets something up or tells how something is set up; the pragma's name.
  case pragma(String)
  /// It opens another file, or lets go of one.
  case attaches
  /// It begins or ends a transaction.
  case transaction
  /// It calls a function that is not among those allowed.
  case function(String)
  /// It has no result.
  case noResult
}
