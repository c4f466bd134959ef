import TestSupport

/// A valid sheet at random, in as many ways of writing one as there are.
struct RandomSheet {
  /// The byte between two fields, which its header line tells too.
  let delimiter: UInt8
  /// The sheet as it is written, perhaps with a byte order mark.
  let text: String
  /// What is in it, the names of the columns first.
  let records: [[String]]

  /// All but the separators of `canonical` and NUL; more of what has a meaning.
  private static let pieces = [
    "a", "Z", "1.50", "-7", " ", "  ", "\"", "\"\"", "\n", "\r\n", "\r", "\n\n", ",", ";", "\t",
    "|", "å", "日本", "😀", "e\u{301}", "\u{A0}", "\u{85}", "\u{2028}", "\u{B}", "\u{C}",
    "\u{7F}", "'", "\\", "=", "#", "a word that goes on beyond the end of a block of bytes",
  ]

  /// A sheet of up to `most` records and columns.
  init(most: Int = 9, using random: inout SplitMix64) {
    let width = Int.random(in: 1...most, using: &random)
    // A header of one name tells no delimiter: it is the comma then.
    let delimiter =
      width == 1 ? "," : [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
    let lineEnds = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"]].randomElement(using: &random) ?? []
    var text = Int.random(in: 0..<4, using: &random) == 0 ? "\u{FEFF}" : ""
    var records: [[String]] = []
    let count = Int.random(in: 1...most, using: &random)
    for index in 0..<count {
      let record = (0..<width).map { column in
        index == 0 ? "name \(column)" : Self.field(using: &random)
      }
      let fields = record.map { field in
        Self.written(field, delimiter, isAlone: width == 1, using: &random)
      }
      text += fields.joined(separator: delimiter)
      records.append(record)
      let isLast = index == count - 1
      if isLast, Bool.random(using: &random) { break }
      // A line end, and perhaps some empty lines.
      for _ in 0...(Int.random(in: 0..<8, using: &random) == 0 ? 2 : 0) {
        text += lineEnds.randomElement(using: &random) ?? "\n"
      }
    }
    self.delimiter = Array(delimiter.utf8)[0]
    self.text = text
    self.records = records
  }

  /// Records as `read_sheets.py` prints them.
  static func canonical(_ records: [[String]]) -> String {
    records.map { record in record.map { $0 + "\u{1F}" }.joined() + "\u{1E}" }.joined()
  }

  private static func field(using random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  /// A field in quotes, or without where it needs none.
  private static func written(
    _ field: String, _ delimiter: String, isAlone: Bool, using random: inout SplitMix64
  ) -> String {
    let scalars = field.unicodeScalars
    let first = scalars.first { $0 != " " && $0 != "\t" }
    // A quote that only blanks precede is one that opens a field. One behind text is a character.
    let needsQuotes =
      first == "\"" || isAlone && field.isEmpty
      || scalars.contains { "\r\n".unicodeScalars.contains($0) || String($0) == delimiter }
    guard needsQuotes || Bool.random(using: &random) else { return field }
    let doubled = scalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(doubled)\""
  }
}
