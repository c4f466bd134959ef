import Tabular

/// Writes the values of a row as a document, by the paths of their fields, and knows which stands
/// where.
struct RowDocument {
  /// What a path has come to.
  private indirect enum Part {
    case value(Int)
    case object([(name: String, part: Part)])
  }

  /// The document on one line.
  private(set) var text = ""
  /// The first and last column of each value, from 1.
  private var columns: [(range: Range<Int>, field: Int)] = []

  init(_ names: [String], _ kinds: [ValueReading.Kind], _ values: [RuledLine.Value]) {
    var root: [(name: String, part: Part)] = []
    for (index, value) in values.enumerated() where !value.text.isEmpty {
      Self.add(index, at: names[index].split(separator: "/").map { String($0) }[...], to: &root)
    }
    var writer = JSONWriter()
    write(.object(root), kinds, values, &writer)
    text = writer.text
  }

  /// The field whose value stands at a column.
  func field(at column: Int) -> Int? { columns.first { $0.range.contains(column) }?.field }

  private static func add(
    _ index: Int, at path: ArraySlice<String>, to members: inout [(name: String, part: Part)]
  ) {
    guard let name = path.first else { return }
    let rest = path.dropFirst()
    guard !rest.isEmpty else {
      members.append((name, .value(index)))
      return
    }
    if let at = members.firstIndex(where: { $0.name == name }),
      case .object(var inner) = members[at].part
    {
      add(index, at: rest, to: &inner)
      members[at].part = .object(inner)
    } else {
      var inner: [(name: String, part: Part)] = []
      add(index, at: rest, to: &inner)
      members.append((name, .object(inner)))
    }
  }

  private mutating func write(
    _ part: Part, _ kinds: [ValueReading.Kind], _ values: [RuledLine.Value],
    _ writer: inout JSONWriter
  ) {
    switch part {
    case .value(let index):
      let start = Self.column(writer)
      Self.write(values[index].text, kinds[index], &writer)
      columns.append((start..<(Self.column(writer) + 1), index))
    case .object(let members):
      // Names that are all numbers are places in a list.
      let isList = !members.isEmpty && members.allSatisfy { Int($0.name) != nil }
      if isList {
        writer.beginArray()
        let sorted = members.sorted { (Int($0.name) ?? 0) < (Int($1.name) ?? 0) }
        for member in sorted { write(member.part, kinds, values, &writer) }
        writer.endArray()
      } else {
        writer.beginObject()
        for member in members {
          writer.name(member.name)
          write(member.part, kinds, values, &writer)
        }
        writer.endObject()
      }
    }
  }

  /// The column at which the writer goes on.
  private static func column(_ writer: JSONWriter) -> Int {
    writer.utf8.reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private static func write(
    _ text: String, _ kind: ValueReading.Kind, _ writer: inout JSONWriter
  ) {
    switch kind {
    case .amount, .number, .percent, .basisPoints, .years:
      let digits = text.last == "%" ? String(text.dropLast()) : text
      if JSONWriter.isNumber(digits) { writer.number(digits) } else { writer.string(text) }
    case .flag:
      if text == "true" || text == "false" {
        writer.boolean(text == "true")
      } else {
        writer.string(text)
      }
    case .text, .date: writer.string(text)
    }
  }
}
