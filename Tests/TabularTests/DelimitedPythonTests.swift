import Foundation
import Tabular
import TestSupport
import Testing

/// A second opinion on what is in a sheet: that of Python's csv module, strict as it can be.
@Suite struct DelimitedPythonTests {
  @Test(.temporaryDirectory) func `10,000 random sheets are read as Python reads them`() throws {
    let sheets = (UInt64(0)..<10_000).map { seed in
      var random = SplitMix64(seed: seed)
      return RandomSheet(using: &random)
    }
    let file = TemporaryDirectory.file("sheets")
    let bytes = sheets.map { [$0.delimiter] + $0.text.utf8 + [0x1D] }.joined()
    try Data(bytes).write(to: file)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "read_sheets.py")
    guard let printed = try Shell.python3(script, file.path(percentEncoded: false)) else {
      try Test.cancel("python3 is not installed")
    }
    let answers = printed.utf8.split(separator: 0x1D, omittingEmptySubsequences: false).dropLast()
    #expect(answers.count == sheets.count)
    for (seed, (sheet, answer)) in zip(sheets, answers).enumerated() {
      let read = Array(RandomSheet.canonical(try Self.records(of: sheet)).utf8)
      let written = Array(RandomSheet.canonical(sheet.records).utf8)
      guard read == Array(answer), read == written else {
        Issue.record("seed \(seed): \(sheet.text.debugDescription) is read otherwise")
        return
      }
    }
  }

  /// What our reader makes of a sheet. It finds the delimiter by itself.
  private static func records(of sheet: RandomSheet) throws -> [[String]] {
    var reader = DelimitedReader(bytes: Array(sheet.text.utf8))
    var records: [[String]] = []
    while try reader.next() == .record {
      var record: [String] = []
      for index in 0..<reader.record.count { record.append(reader.record.text(index)) }
      records.append(record)
    }
    return records
  }
}
