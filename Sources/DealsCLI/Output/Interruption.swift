import Glibc
import Synchronization

/// Ctrl-C and a polite kill: noted, so that what runs can end and leave all as it was.
enum Interruption {
  private static let signal = Atomic<Int32>(0)

  /// Whether one came.
  static var hasCome: Bool { signal.load(ordering: .relaxed) != 0 }

  /// The status to end in: 130 or 143, as shells have it.
  static var status: Int32 { 128 + signal.load(ordering: .relaxed) }

  /// From now on takes note of them; a second one ends the program at once.
  static func watch() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { received in
      Interruption.signal.store(received, ordering: .relaxed)
    }
    // What waits for input is to wake up; a second one is the system's to handle.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    for number in [SIGINT, SIGTERM] { sigaction(number, &action, nil) }
  }
}
