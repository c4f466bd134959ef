extension SQLiteError {
  /// What went wrong, by who noticed it: SQLite, or one of the checks of this module.
  public enum Reason: Hashable, Sendable {
    /// SQLite reported it; see ``SQLiteError/code`` and ``SQLiteError/message``.
    case engine

    /// The path is empty or holds a NUL character.
    case invalidPath
    /// The file did not take the journal mode that makes a commit survive a loss of power.
    case journalMode(found: String)

    /// The SQL holds a NUL character, at which SQLite would stop reading.
    case nulInSQL
    /// The SQL holds no statement, only blanks and comments.
    case emptyStatement
    /// The SQL goes on after its first statement; the offset says where.
    case moreThanOneStatement
    /// BEGIN, COMMIT and their like as SQL text, where the methods must be used.
    case transactionControl(keyword: String)
    /// SQLite rolled the transaction back by itself, and the closure did not pass the error on.
    case transactionEnded

    /// The statement has no such parameter.
    case unknownParameter(String)
    /// The statement has a parameter for which no value was given.
    case missingParameter(String)
    /// Another number of values was given than the statement has parameters.
    case parameterCount(expected: Int, given: Int)
    /// A NaN was bound, for which SQLite would store NULL.
    case notANumber(parameter: Int)

    /// A row was needed and none came.
    case noRow
    /// One row was needed and more came.
    case moreThanOneRow

    /// The result has no such column.
    case unknownColumn(String)
    /// The result has two columns of the name.
    case ambiguousColumn(String)
    /// The column is NULL and the type is not optional.
    case unexpectedNull(column: String)
    /// The column holds another storage class than the type is read from.
    case wrongType(column: String, expected: StorageClass, found: StorageClass)
    /// The column holds a number that the type cannot hold.
    case outOfRange(column: String, type: String)
    /// The column holds a TEXT that is not valid UTF-8.
    case invalidUTF8(column: String)
    /// The column holds a value that means nothing to the type.
    case invalidValue(column: String, expected: String)
  }
}

extension SQLiteError.Reason {
  /// The code of SQLite that is nearest in meaning.
  var code: ResultCode {
    switch self {
    case .engine: .error
    case .invalidPath, .journalMode: .cannotOpen
    case .nulInSQL: .error
    case .emptyStatement, .moreThanOneStatement, .transactionControl: .misuse
    case .transactionEnded: .abort
    case .unknownParameter, .missingParameter, .parameterCount: .range
    case .notANumber: .mismatch
    case .noRow, .moreThanOneRow: .notFound
    case .unknownColumn, .ambiguousColumn: .range
    case .unexpectedNull, .wrongType, .outOfRange, .invalidUTF8, .invalidValue: .mismatch
    }
  }

  var message: String {
    switch self {
    case .engine:
      "SQLite reported an error"
    case .invalidPath:
      "the path of a database must not be empty or hold a NUL character"
    case .journalMode(let found):
      "the journal mode should be truncate but stays \(found)"
    case .nulInSQL:
      "the SQL holds a NUL character"
    case .emptyStatement:
      "the SQL holds no statement"
    case .moreThanOneStatement:
      "the SQL goes on after its first statement"
    case .transactionControl(let keyword):
      "\(keyword) as SQL text is refused: use the methods transaction and savepoint"
    case .transactionEnded:
      "SQLite ended the transaction before it was finished; nothing of it was kept"
    case .unknownParameter(let name):
      "the statement has no parameter \(name)"
    case .missingParameter(let name):
      "no value was given for the parameter \(name)"
    case .parameterCount(let expected, let given):
      "the statement has \(expected) parameters, but \(given) values were given"
    case .notANumber(let parameter):
      "parameter \(parameter) is NaN, for which SQLite would store NULL"
    default:
      resultMessage
    }
  }

  /// The messages about what a statement gave.
  private var resultMessage: String {
    switch self {
    case .noRow: "the statement gave no row"
    case .moreThanOneRow: "the statement gave more than one row"
    case .unknownColumn(let name): "the result has no column \(name)"
    case .ambiguousColumn(let name): "the result has more than one column \(name)"
    case .unexpectedNull(let column): "column \(column) is NULL"
    case .wrongType(let column, let expected, let found):
      "column \(column) holds \(found) where \(expected) was expected"
    case .outOfRange(let column, let type):
      "column \(column) holds a number that does not fit \(type)"
    case .invalidUTF8(let column): "column \(column) holds text that is not valid UTF-8"
    case .invalidValue(let column, let expected): "column \(column) does not hold \(expected)"
    default: "SQLite reported an error"
    }
  }
}
