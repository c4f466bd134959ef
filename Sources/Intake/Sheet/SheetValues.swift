import Finance
import Ledger
import Tabular

/// Reads the cells of a line as what they stand for. Words, days and grades that come again are
/// looked up by their bytes; what is wrong is kept until the line has been read to its end.
struct SheetValues: ~Copyable {
  let layout: SheetLayout
  let texts = SharedTexts()
  private let codes: CodeLists
  /// What is wrong with the line that is being read.
  private(set) var problems: [SourceProblem] = []
  /// How many amounts were finer than the minor unit of their currency.
  private(set) var roundedAmounts = 0
  private var words = SheetTable<TextBytes>(capacity: 256)
  private var spans = SheetTable<SheetDays>(capacity: 256)
  private var grades = SheetTable<SheetGrade>(capacity: 256)
  private var currencies = SheetTable<SheetCurrency>(capacity: 64)
  private let currencyCodes: Set<String>

  /// Whether values are taken that can hardly be right.
  let takesDoubtful: Bool

  init(layout: SheetLayout, codes: CodeLists, currencies: Set<String>, takesDoubtful: Bool) {
    self.takesDoubtful = takesDoubtful
    self.layout = layout
    self.codes = codes
    currencyCodes = currencies
  }

  /// Begins a line.
  mutating func begin() {
    if !problems.isEmpty { problems = [] }
  }

  /// The cell of a column without blanks around it; nothing where the sheet has no such column, or
  /// a word like “n/a” stands in it.
  func text(_ column: SheetColumn, _ record: borrowing DelimitedRecord) -> TextBytes {
    guard let index = layout[column] else { return .nothing }
    var bytes = record.bytes(of: index)
    guard let first = bytes.first, let last = bytes.last else { return .nothing }
    if first <= 0x20 || last <= 0x20 || last == 0xA0 || first == 0xC2 {
      let range = DelimitedBlanks.trimmed(bytes.span)
      if range.isEmpty { return .nothing }
      bytes = TextBytes(rebasing: bytes[range])
    }
    // NA is Namibia.
    let isCode = column == .country && bytes.count == 2
    return bytes.count <= 6 && !isCode && Self.isNothing(bytes) ? .nothing : bytes
  }

  private static func isNothing(_ bytes: TextBytes) -> Bool {
    switch bytes[0] {
    // A hyphen or dash, and the first letters of the words.
    case 0x2D, 0xE2, 0x6E, 0x4E, 0x73, 0x53:
      SheetWords.nothing.contains(String(decoding: bytes, as: UTF8.self).lowercased())
    default: false
    }
  }

  /// The same as a text.
  func string(_ column: SheetColumn, _ record: borrowing DelimitedRecord) -> String? {
    let bytes = text(column, record)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// A code of a list.
  mutating func code(
    _ column: SheetColumn, in list: String, _ synonyms: [String: String],
    _ record: borrowing DelimitedRecord
  ) -> TextBytes {
    let bytes = text(column, record)
    guard !bytes.isEmpty else { return .nothing }
    let hash = Self.hash(bytes, column)
    if let known = words[hash] { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    let key = SheetWords.key(text)
    guard let code = codes.code(for: text, in: list) ?? synonyms[key] else {
      add(
        "“\(text)” is no \(column.names[0].map { $0 == "_" ? " " : String($0) }.joined())", column,
        record,
        hint: "one of \(codes.all(in: list).joined(separator: ", "))")
      return .nothing
    }
    let shared = texts.bytes(of: code)
    words.set(hash, shared)
    return shared
  }

  /// A word that stands for another one by a table.
  mutating func word(
    _ column: SheetColumn, _ table: [String: String], _ record: borrowing DelimitedRecord
  ) -> TextBytes? {
    let bytes = text(column, record)
    guard !bytes.isEmpty else { return nil }
    let hash = ~Self.hash(bytes, column)
    if let known = words[hash] { return known }
    guard let word = table[SheetWords.key(String(decoding: bytes, as: UTF8.self))] else {
      return nil
    }
    let shared = texts.bytes(of: word)
    words.set(hash, shared)
    return shared
  }

  /// A currency.
  mutating func currency(_ record: borrowing DelimitedRecord) -> SheetCurrency? {
    let bytes = text(.currency, record)
    guard !bytes.isEmpty else { return nil }
    let hash = Self.hash(bytes, .currency)
    if let known = currencies[hash] { return known }
    let code = String(decoding: bytes, as: UTF8.self).uppercased()
    guard currencyCodes.contains(code), let currency = Currency(code: code) else {
      add("“\(code)” is no currency", .currency, record, hint: "three letters of ISO 4217")
      return nil
    }
    let found = SheetCurrency(code: texts.bytes(of: code), exponent: currency.exponent)
    currencies.set(hash, found)
    return found
  }

  /// The days a date can mean.
  mutating func days(
    _ column: SheetColumn, _ record: borrowing DelimitedRecord
  ) -> SheetDays? {
    let bytes = text(column, record)
    guard !bytes.isEmpty else { return nil }
    let hash = Self.hash(bytes, nil)
    if let known = spans[hash] { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(DateError) {
      let days = SheetDays(try DateSpan(text), texts)
      spans.set(hash, days)
      return days
    } catch {
      add("\(error)", column, record, hint: "write 2025-11-03, 2025-11 or 2025")
      return nil
    }
  }

  /// A grade of an agency; nil where it has not rated.
  mutating func grade(
    _ column: SheetColumn, of agency: RatingAgency, _ record: borrowing DelimitedRecord
  ) -> SheetGrade? {
    let bytes = text(column, record)
    guard !bytes.isEmpty else { return nil }
    let hash = Self.hash(bytes, column)
    if let known = grades[hash] { return known.notch == nil ? nil : known }
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(RatingError) {
      let grade = try RatingGrade(text, agency: agency)
      guard grade.scale != .shortTerm, grade.kind == .actual else {
        add(
          "“\(text)” is no actual long-term grade", column, record,
          hint: "import other ratings as rating documents")
        return nil
      }
      let found = SheetGrade(
        grade: texts.bytes(of: grade.code), scale: texts.bytes(of: grade.scale.rawValue),
        notch: grade.notch.map(Int64.init))
      grades.set(hash, found)
      return found.notch == nil ? nil : found
    } catch {
      let others = RatingAgency.allCases.filter { other in
        guard other != agency, let grade = try? RatingGrade(text, agency: other) else {
          return false
        }
        return grade.notch != nil
      }
      add(
        "\(error)", column, record,
        hint: others.first.map { "it is one of \($0.name): is it in the wrong column?" })
      return nil
    }
  }

  /// The country as its code.
  mutating func country(_ record: borrowing DelimitedRecord) -> TextBytes {
    let bytes = text(.country, record)
    guard !bytes.isEmpty else { return .nothing }
    let hash = Self.hash(bytes, .country)
    if let known = words[hash] { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    let code = text.uppercased()
    guard CountryCode.isKnown(code) else {
      add("“\(text)” is no country", .country, record, hint: "two letters of ISO 3166-1")
      return .nothing
    }
    let shared = texts.bytes(of: code)
    words.set(hash, shared)
    return shared
  }

  /// Adds a problem of a cell.
  mutating func add(
    _ message: String, _ column: SheetColumn, _ record: borrowing DelimitedRecord,
    at offset: Int? = nil, hint: String? = nil
  ) {
    let problem =
      layout[column].map { record.problem(message, of: $0, at: offset, hint: hint) }
      ?? SourceProblem(position: record.position, message: message, hint: hint)
    // A cell that is read twice is told once.
    if !problems.contains(where: { $0.position == problem.position }) { problems.append(problem) }
  }

  mutating func countRounded() { roundedAmounts += 1 }

  static func hash(_ bytes: TextBytes, _ column: SheetColumn?) -> UInt64 {
    let seed = UInt64(column.map { $0.rawValue + 1 } ?? 0)
    return DelimitedHash.of(bytes.span) &+ seed &* 0x9E37_79B9_7F4A_7C15
  }
}
