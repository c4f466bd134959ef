import Glibc

/// How far a long import has come, on one line of the terminal that it clears in the end.
final class ProgressBar {
  private let total: Int?
  private var lastTime = 0.0
  private var isShown = false
  private let start = ProgressBar.now()

  /// One for so many bytes; nil when nobody would see it.
  init?(total: Int?, isQuiet: Bool) {
    guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return nil }
    self.total = total
  }

  /// Shows how far it is, at most ten times a second and not in the first half second.
  func update(bytes: Int, lines: Int) {
    let time = Self.now()
    guard time - start > 0.5, time - lastTime > 0.1 else { return }
    lastTime = time
    isShown = true
    guard let total, total > 0 else { return show("\(lines) lines") }
    let part = min(1, Double(bytes) / Double(total))
    let filled = Int(part * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    show("\(bar) \(Int(part * 100)) %  \(lines) lines")
  }

  /// Takes the line away.
  func clear() {
    if isShown { show("") }
  }

  private func show(_ text: String) {
    _ = Console.write("\r\u{1B}[2K" + text, to: STDERR_FILENO)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
