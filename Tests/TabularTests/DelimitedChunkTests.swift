import Tabular
import TestSupport
import Testing

/// What is read does not depend on the pieces in which it comes.
@Suite struct DelimitedChunkTests {
  private static let inputs: [[UInt8]] =
    (DelimitedReaderTests.accepted + DelimitedReaderTests.rejected).map { Array($0.0.utf8) }
    + DelimitedReaderTests.invalid.map { Array("a,b\n1,".utf8) + $0.0 + Array("\nå,4".utf8) }
    + [[0xFF, 0xFE, 0x61, 0x00], [0xEF, 0xBB], [0xEF, 0xBB, 0xBF], [0xFE, 0xFF]]
    + ["sep=;\na;b,c\n1;2", "sep=|", "sep=ab", "a;b,c", "\n\na\tb;c"].map { Array($0.utf8) }
    + [Array("a,b\n1,\"\(String(repeating: "2\r\n\"\"日", count: 30))\"\r\n3,4".utf8)]

  @Test(arguments: 1...64)
  func `every input reads the same in pieces of any size`(chunk: Int) {
    var small = DelimitedOptions()
    small.limits.bufferBytes = 16 + chunk
    for input in Self.inputs {
      let whole = DelimitedTrace(input)
      let pieces = DelimitedTrace(input, chunk: chunk, options: small)
      #expect(pieces == whole, "\(input)")
    }
  }

  @Test func `every input reads the same wherever it is split in two`() {
    let sheets = (UInt64(0)..<4).map { seed in
      var random = SplitMix64(seed: seed)
      return Array(RandomSheet(most: 4, using: &random).text.utf8)
    }
    var options = DelimitedOptions()
    options.limits.bufferBytes = 1024
    for input in Self.inputs + sheets {
      let whole = DelimitedTrace(input, options: options)
      for split in input.indices.dropFirst() {
        let halves = DelimitedTrace(input, first: split, options: options)
        #expect(halves == whole, "\(input) split at \(split)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<64)
  func `random bytes read the same in pieces of any size`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<8 {
      let input = Self.randomInput(using: &random)
      var options = DelimitedOptions(dialect: .comma)
      if Bool.random(using: &random) {
        options.limits.fieldBytes = Int.random(in: 1...40, using: &random)
        options.limits.recordBytes = Int.random(in: 16...60, using: &random)
        options.limits.columns = Int.random(in: 1...8, using: &random)
      }
      let whole = DelimitedTrace(input, options: options)
      options.limits.bufferBytes = Int.random(in: 16...100, using: &random)
      for chunk in [1, 2, 3, Int.random(in: 4...64, using: &random)] {
        let pieces = DelimitedTrace(input, chunk: chunk, options: options)
        guard pieces == whole else {
          Issue.record("\(input) in \(chunk) with \(options.limits):\n\(pieces)\nnot\n\(whole)")
          return
        }
      }
    }
  }

  /// Pieces that meet in every way, many of them wrong.
  private static func randomInput(using random: inout SplitMix64) -> [UInt8] {
    let pieces: [[UInt8]] =
      [",", ",", "\"", "\"\"", "\n", "\r\n", "\r", "a", "1", " ", "å", "日", "😀", "\u{0}", "xyzxyz"]
      .map { Array($0.utf8) } + [[0xE5], [0xF0, 0x9F], [0x80]]
    return (0..<Int.random(in: 0...120, using: &random)).flatMap { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
  }
}
