/// A text as one word of a command to be typed.
public enum ShellWord {
  /// The words of a command as they would be typed, in quotes where they need them.
  public static func line(_ words: [String]) -> String {
    words.map { word in
      let isPlain = word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-_./,:=+@%".utf8.contains(byte)
        }
      }
      return isPlain && !word.isEmpty ? word : quoted(word)
    }.joined(separator: " ")
  }

  /// In single quotes, with those within it taken out of them.
  public static func quoted(_ text: String) -> String {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}
