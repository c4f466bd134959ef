internal import CSQLite

/// The place in a connection's cache where one statement rests between uses.
///
/// A ``Statement`` that was taken from here returns when it dies. If another has taken the place
/// by then, or the cache has dropped the slot, it is finalised instead. A slot does not refer to
/// its connection, so it does not matter which of them dies first.
@safe final class StatementSlot {
  private var idle: OpaquePointer?

  /// When the slot was used last, in uses of the whole cache: the smallest is dropped first.
  var lastUse = 0

  init() {
    unsafe idle = nil
  }

  deinit {
    unsafe sqlite3_finalize(idle)
  }

  /// The resting statement, which is then no longer here.
  @unsafe func take() -> OpaquePointer? {
    defer { unsafe idle = nil }
    return unsafe idle
  }

  /// Lets a statement rest here, without the values that were bound to it.
  @unsafe func giveBack(_ handle: OpaquePointer) {
    guard unsafe idle == nil else {
      unsafe sqlite3_finalize(handle)
      return
    }
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
    unsafe idle = handle
  }
}
