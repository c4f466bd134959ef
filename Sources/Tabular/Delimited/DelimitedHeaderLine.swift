/// The first line of a delimited text, as far as it is needed to tell the delimiter.
struct DelimitedHeaderLine {
  /// More of a line is not looked at.
  static let mostBytes = 1 << 16

  /// How often each candidate stands outside quotes.
  private var counts = [Int](repeating: 0, count: DelimitedDialect.candidates.count)
  /// How often no blank follows it. The commas of `Amount (USD, SEK)` are punctuation.
  private var tightCounts = [Int](repeating: 0, count: DelimitedDialect.candidates.count)
  private var last: UInt8 = ASCII.lineFeed
  private var isQuoted = false

  /// Takes the next byte; `false` at the end of the first line that is not empty.
  mutating func take(_ byte: UInt8) -> Bool {
    let isLineEnd = byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    let lastCandidate = candidate(last)
    if let lastCandidate, !isQuoted, byte != ASCII.space { tightCounts[lastCandidate] += 1 }
    if byte == ASCII.quote {
      // A quote right behind a closing one is doubled and opens the field again.
      let opens = lastCandidate != nil || last == ASCII.quote || last == ASCII.lineFeed
      isQuoted = !isQuoted && opens
    } else if !isQuoted {
      if isLineEnd { return last == ASCII.lineFeed }
      if let index = candidate(byte) { counts[index] += 1 }
    }
    last = byte
    return true
  }

  /// Which candidate a byte is.
  private func candidate(_ byte: UInt8) -> Int? {
    DelimitedDialect.candidates.firstIndex { $0.delimiter == byte }
  }

  /// The candidates that it may be: the most frequent ones, comma where there is none. A tab is
  /// never a part of a name.
  var dialects: [DelimitedDialect] {
    let all = DelimitedDialect.candidates
    if let tab = candidate(ASCII.tab), counts[tab] > 0 { return [all[tab]] }
    let counts = tightCounts.contains { $0 > 0 } ? tightCounts : counts
    guard let most = counts.max(), most > 0 else { return [.comma] }
    return all.indices.filter { counts[$0] == most }.map { all[$0] }
  }
}
