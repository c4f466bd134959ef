internal import SQLite

extension SQLiteError {
  fileprivate var isTransactionControl: Bool {
    if case .transactionControl = reason { true } else { false }
  }
}

/// What a question may do: one that was typed, one that is kept in the file by whoever, and those
/// that ship.
enum QuestionRules {
  /// Lends a reader of questions.
  ///
  /// - Throws: `LedgerError.notAQuestion` with what was refused and why, `.beyondLimit`.
  static func hold<R: ~Copyable>(
    in connection: borrowing Connection, _ body: (borrowing GuardedReader) throws -> R
  ) throws -> R {
    do {
      return try connection.guarded(by: rules, body)
    } catch let refusal as ReadingRefusal {
      throw LedgerError.notAQuestion(problem: words(refusal))
    } catch let error as SQLiteError where error.isTransactionControl {
      throw LedgerError.notAQuestion(problem: words(.transaction))
    } catch let error as SQLiteError where .tooBig ~= error.code {
      throw LedgerError.beyondLimit(
        problem: "\(error.message): a question has at most "
          + "\((rules.limits[.sqlLength] ?? 0) / 1_000) kB, and a value or row in it 1 MB",
        remedy: "ask for less at a time")
    } catch let error as SQLiteError where error.code == .error {
      guard let advice = try UnknownName(error)?.advice(in: connection) else { throw error }
      throw LedgerError.unknownName(error, advice: advice)
    }
  }

  private static func words(_ refusal: ReadingRefusal) -> String {
    switch refusal {
    case .writes: "this would write; only questions are run here"
    case .temporary:
      "this would make a temporary object; write it into the question as WITH name AS (…)"
    case .pragma(let name):
      "a pragma is no question (\(name)); ask data_dictionary and sqlite_schema about the file"
    case .attaches: "this would open another file; a question reads this ledger alone"
    case .transaction: "transactions are for writing; only questions are run here"
    case .function("printf"), .function("format"):
      "printf and format are refused, since one call can fill the memory; "
        + "use round(), substr() and ||"
    case .function(let name):
      "the function \(name) is refused: it does more than work out a value from values"
    case .noResult: "this yields no rows; ask with SELECT"
    }
  }

  /// Room for every question an analyst writes, and none for what only a trap needs.
  private static let rules = ReadingRules(
    functions: functions,
    limits: [
      .length: 1_000_000, .sqlLength: 100_000, .columns: 500, .expressionDepth: 200,
      .compoundParts: 100, .instructions: 2_000_000, .functionArguments: 100, .attachedFiles: 0,
      .patternLength: 1_000, .parameters: 100, .triggerDepth: 0, .workerThreads: 0,
    ])

  /// Those that work out a value from values. Not among them: `printf` and `format`, `zeroblob`
  /// and `randomblob`, which make as many bytes as one likes in one step; `load_extension`; all of
  /// full-text search and of R-trees.
  static let functions = Set(
    """
    abs avg ceil ceiling char coalesce count cume_dist date datetime degrees dense_rank exp
    first_value floor glob group_concat hex ifnull iif instr json json_array json_array_length
    json_each json_extract json_group_array json_group_object json_insert json_object json_patch
    json_quote json_remove json_replace json_set json_tree json_type json_valid julianday lag
    last_value lead length like likelihood likely ln log log10 log2 lower ltrim max min mod
    nth_value ntile nullif percent_rank pi pow power quote radians random rank replace round
    row_number rtrim sign sqrt strftime substr substring sum time total trim trunc typeof unicode
    unixepoch unlikely upper current_date current_time current_timestamp sqlite_version
    acos acosh asin asinh atan atan2 atanh cos cosh sin sinh tan tanh -> ->>
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
