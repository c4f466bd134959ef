import Foundation

/// Figures for `Docs/Reliability.md`: each is a line of a section's table, in a file of its own,
/// which `Tests/Reliability/run` puts together.
///
/// A section is a page in `Tests/Reliability/Document/` that ends with the head of its table. Any
/// suite can add lines to any section; without `RELIABILITY_REPORT` nothing is written.
public enum ReliabilityReport {
  /// Adds a line, or replaces the one with the same name.
  ///
  /// - Parameters:
  ///   - section: the page's name without its ending, such as `10-kills`.
  ///   - name: orders the lines of a section.
  ///   - tried: what was done, in words.
  ///   - times: how often.
  ///   - outcome: what came of it.
  ///   - suite: what repeats it: `Tests/Reliability/run SUITE`, or another command in full.
  public static func line(
    section: String, name: String, tried: String, times: Int, outcome: String, suite: String
  ) throws {
    guard let folder = ProcessInfo.processInfo.environment["RELIABILITY_REPORT"] else { return }
    let place = URL(filePath: folder, directoryHint: .isDirectory).appending(path: section)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let command = suite.contains(" ") ? suite : "Tests/Reliability/run \(suite)"
    let line = "| \(tried) | \(grouped(times)) | \(outcome) | `\(command)` |\n"
    try Data(line.utf8).write(to: place.appending(path: "\(name).line"))
  }

  /// A number with a comma between thousands.
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }
}
