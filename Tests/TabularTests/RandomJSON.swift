import Tabular

/// Writes random JSON values, for tests that need many.
enum RandomJSON {
  private static let strings = [
    "", "a", "å", "日本", "😀", "\"", "\\", "\n", "\u{1}", "a/b~c", "e\u{301}", "\u{2028}", "\u{7F}",
  ]
  private static let numbers = [
    "0", "-0", "1.50", "23250000000", "1e9", "-2.5E-3", "9007199254740993",
  ]

  static func write(to writer: inout JSONWriter, depth: Int, using generator: inout SeededGenerator)
  {
    switch Int.random(in: 0...(depth > 5 ? 4 : 6), using: &generator) {
    case 0: writer.null()
    case 1: writer.boolean(Bool.random(using: &generator))
    case 2: writer.number(numbers.randomElement(using: &generator) ?? "0")
    case 3: writer.integer(Int64.random(in: .min ... .max, using: &generator))
    case 4: writer.string(text(using: &generator))
    case 5:
      writer.beginArray()
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        write(to: &writer, depth: depth + 1, using: &generator)
      }
      writer.endArray()
    default:
      writer.beginObject()
      for at in 0..<Int.random(in: 0...20, using: &generator) {
        writer.name("\(at)\(text(using: &generator))")
        write(to: &writer, depth: depth + 2, using: &generator)
      }
      writer.endObject()
    }
  }

  private static func text(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...3, using: &generator)).reduce(into: "") { text, _ in
      text += strings.randomElement(using: &generator) ?? ""
    }
  }
}
