import Glibc
import Reporting

/// Where words go: results to standard output, everything else to standard error.
enum Console {
  /// Writes a result. Where it cannot be written, the command ends here and says so: what is
  /// missing must not look complete.
  static func result(_ text: String) {
    guard let problem = write(text, to: STDOUT_FILENO) else { return }
    message("deals: the result could not be written: \(problem)")
    exit(ExitStatus.cannotWrite.rawValue)
  }

  static func message(_ text: String) {
    _ = write(SafeText.lines(text) + "\n", to: STDERR_FILENO)
  }

  /// The width of the terminal results go to; nil when they go elsewhere.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Bold and coloured on a terminal that can, unless NO_COLOR asks for plain text.
  static var style: TerminalStyle {
    let wish = getenv("NO_COLOR").map { String(cString: $0) } ?? ""
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    return TerminalStyle(
      isOn: isatty(STDOUT_FILENO) == 1 && wish.isEmpty && !["", "dumb"].contains(terminal))
  }

  /// Writes all of a text.
  ///
  /// - Returns: what went wrong, if anything did. A reader that went away has read enough.
  static func write(_ text: String, to descriptor: Int32) -> String? {
    Descriptor.write(Array(text.utf8), to: descriptor) || errno == EPIPE
      ? nil : String(cString: strerror(errno))
  }
}
