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
    for number in [SIGINT, SIGTERM] {
      Glibc.signal(number) { received in
        Interruption.signal.store(received, ordering: .relaxed)
        Glibc.signal(received, SIG_DFL)
      }
    }
  }
}
