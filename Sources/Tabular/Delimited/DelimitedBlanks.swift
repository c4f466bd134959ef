/// Blanks around a value: the space and U+00A0, which spreadsheets and web pages leave there.
public enum DelimitedBlanks {
  /// Where the value stands without the blanks.
  public static func trimmed(_ bytes: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end {
      if bytes[start] == ASCII.space {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if bytes[end - 1] == ASCII.space {
        end -= 1
      } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }
}
