public import Tabular

/// A sheet that was refused as a whole: nothing of it was written.
public struct SheetRefused: Error, CustomStringConvertible {
  /// What is wrong, in the order of the sheet, as far as it is printed.
  public private(set) var problems: [SourceProblem]
  /// How many problems there are in all.
  public private(set) var count: Int

  private let name: String

  init(_ problems: [SourceProblem], of name: String) {
    self.name = name
    self.problems = problems
    count = problems.count
  }

  mutating func add(_ more: [SourceProblem]) {
    count += more.count
    problems += more.prefix(max(0, ImportRefused.mostPrinted - problems.count))
  }

  /// What the user reads.
  public var description: String {
    var lines = problems.map(\.description)
    if count > problems.count { lines.append("… and \(count - problems.count) more") }
    lines.append(
      "\(count == 1 ? "1 problem" : "\(count) problems"); nothing of \(name) was imported")
    return lines.joined(separator: "\n")
  }
}
