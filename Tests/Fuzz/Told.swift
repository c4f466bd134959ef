import Glibc

/// Ends the program when a law is broken, with the law on the screen; else 0.
func told(_ broken: [String]) -> CInt {
  guard !broken.isEmpty else { return 0 }
  let text = broken.joined(separator: "\n") + "\n"
  _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  preconditionFailure("a law is broken")
}
