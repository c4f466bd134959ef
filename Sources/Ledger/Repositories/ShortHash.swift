internal import Tabular

/// A short name for a long text, for keys: twelve letters and digits that stand for 60 bits of its
/// hash. Of three million texts two meet with a chance of one in 250,000.
public enum ShortHash {
  /// How many characters it has.
  public static let length = 12

  /// The name of a text.
  public static func of(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      let hash = DelimitedHash.of(bytes.span)
      return String(decoding: (0..<length).map { character(of: hash, at: $0) }, as: UTF8.self)
    }
  }

  /// A character of the name, as ASCII.
  public static func character(of hash: UInt64, at index: Int) -> UInt8 {
    let digit = UInt8(truncatingIfNeeded: hash >> UInt64(5 * index)) & 31
    return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
