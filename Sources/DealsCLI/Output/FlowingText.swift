extension String {
  /// The text with each paragraph on one line, so that a help screen breaks it where it is narrow
  /// and nowhere else. Lines that are indented are examples, and stay.
  var flowing: String {
    var lines: [String] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false).map({ String($0) }) {
      if let last = lines.last, Self.isProse(last), Self.isProse(line) {
        lines[lines.count - 1] = "\(last) \(line)"
      } else {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func isProse(_ line: String) -> Bool { !line.isEmpty && !line.hasPrefix(" ") }
}
