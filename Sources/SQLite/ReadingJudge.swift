internal import CSQLite

/// Asked by SQLite about each thing that a statement would do, while it is compiled, under
/// ``ReadingRules``.
///
/// What is not known to be harmless is refused.
final class ReadingJudge {
  let rules: ReadingRules
  /// Statements of this program's own are compiled while another one is running; they are free.
  var isOn = false
  /// Why the statement was refused first.
  private(set) var refusal: ReadingRefusal?
  /// The tables and views that were read; nil where nobody asks.
  var read: Set<String>?

  init(_ rules: ReadingRules) { self.rules = rules }

  /// Lets SQLite ask this one from now on; nil for nobody.
  @unsafe static func install(_ judge: ReadingJudge?, on database: OpaquePointer) {
    guard let judge else {
      unsafe sqlite3_set_authorizer(database, nil, nil)
      return
    }
    unsafe sqlite3_set_authorizer(
      database,
      { context, action, first, second, _, _ in
        guard let context = unsafe context else { return SQLITE_DENY }
        let judge = unsafe Unmanaged<ReadingJudge>.fromOpaque(context).takeUnretainedValue()
        guard judge.isOn else { return SQLITE_OK }
        let name = unsafe first.map { unsafe String(cString: $0) } ?? ""
        let other = unsafe second.map { unsafe String(cString: $0) } ?? ""
        if action == SQLITE_READ { judge.read?.insert(name) }
        guard let refusal = judge.refusal(of: action, name, other) else { return SQLITE_OK }
        if judge.refusal == nil { judge.refusal = refusal }
        return SQLITE_DENY
      }, Unmanaged.passUnretained(judge).toOpaque())
  }

  /// What speaks against an action of <https://www.sqlite.org/c3ref/c_alter_table.html>.
  private func refusal(of action: Int32, _ first: String, _ second: String) -> ReadingRefusal? {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: nil
    case SQLITE_READ:
      // Tables of SQLite's own that answer as the pragma of that name does.
      first.lowercased().hasPrefix("pragma_") ? .pragma(String(first.dropFirst(7))) : nil
    case SQLITE_FUNCTION:
      rules.functions.contains(second.lowercased()) ? nil : .function(second.lowercased())
    case SQLITE_PRAGMA: .pragma(first)
    case SQLITE_ATTACH, SQLITE_DETACH: .attaches
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: .transaction
    case SQLITE_CREATE_TEMP_INDEX, SQLITE_CREATE_TEMP_TABLE, SQLITE_CREATE_TEMP_TRIGGER,
      SQLITE_CREATE_TEMP_VIEW, SQLITE_DROP_TEMP_INDEX, SQLITE_DROP_TEMP_TABLE,
      SQLITE_DROP_TEMP_TRIGGER, SQLITE_DROP_TEMP_VIEW:
      .temporary
    case SQLITE_INSERT where first == "sqlite_temp_master": .temporary
    default: .writes
    }
  }
}
