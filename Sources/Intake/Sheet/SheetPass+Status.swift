import Finance
import Ledger
import Tabular

extension SheetPass {
  /// The three axes of a line: what its own columns say, else what its word of status stands for.
  mutating func axes(_ record: borrowing DelimitedRecord, kind: TextBytes) -> SheetAxes {
    let hasClosingDay = values.days(.closedOn, record) != nil
    let status = values.text(.status, record)
    let hash =
      DelimitedHash.of(status.span) ^ UInt64(UInt(bitPattern: kind.baseAddress))
      ^ (hasClosingDay ? 1 : 0)
    var axes: SheetAxes
    if let known = axesOfWords[hash] {
      axes = known
    } else {
      guard let made = self.axes(of: status, kind: kind, hasClosed: hasClosingDay, record) else {
        return SheetAxes()
      }
      axes = made
      axesOfWords.set(hash, made)
    }
    if let code = code(.evidence, "evidence", record) { axes.evidence = Evidence(rawValue: code) }
    if let code = code(.binding, "binding", record) { axes.binding = Binding(rawValue: code) }
    if let code = code(.funding, "funding", record) {
      axes.funding = Funding(rawValue: code)
      axes.isDerived = false
    }
    return axes
  }

  /// What a word of status stands for; a line without one is reported, and no more is known.
  private mutating func axes(
    of status: TextBytes, kind: TextBytes, hasClosed: Bool, _ record: borrowing DelimitedRecord
  ) -> SheetAxes? {
    var axes = SheetAxes()
    axes.evidence = .reported
    var isClosed = hasClosed
    if !status.isEmpty {
      let word = String(decoding: status, as: UTF8.self)
      guard let stands = SheetWords.statuses[SheetWords.key(word)] else {
        values.add(
          "“\(word)” is no status", .status, record,
          hint: "one of \(SheetWords.statuses.keys.sorted().joined(separator: ", "))")
        return nil
      }
      axes.evidence = Evidence(rawValue: stands.evidence)
      axes.binding = Binding(rawValue: stands.binding)
      isClosed = isClosed || stands.isClosed
    }
    let funding = MeasureRules.funding(
      kind: String(decoding: kind, as: UTF8.self), binding: axes.binding?.rawValue,
      hasClosed: isClosed)
    axes.funding = Funding(rawValue: funding)
    return axes
  }

  private mutating func code(
    _ column: SheetColumn, _ list: String, _ record: borrowing DelimitedRecord
  ) -> String? {
    guard values.layout.has(column) else { return nil }
    let code = values.code(column, in: list, [:], record)
    return code.isEmpty ? nil : String(decoding: code, as: UTF8.self)
  }

  /// The market, where the word is one of the ledger's.
  mutating func market(_ record: borrowing DelimitedRecord) -> TextBytes {
    if values.word(.market, SheetWords.privateLabels, record) != nil { return .nothing }
    return values.code(.market, in: "market", [:], record)
  }

  /// Whether the sheet calls it private credit: by its own column, or by a market that is no more
  /// than private or public.
  mutating func privateLabel(_ record: borrowing DelimitedRecord) -> TextBytes {
    if values.layout.has(.privateLabel), !values.text(.privateLabel, record).isEmpty {
      if let label = values.word(.privateLabel, SheetWords.privateLabels, record) { return label }
      values.add("must be yes or no", .privateLabel, record)
    }
    return values.word(.market, SheetWords.privateLabels, record) ?? .nothing
  }

  /// Whether a market makes it private credit.
  static func privateByMarket(_ market: TextBytes) -> TextBytes {
    if market.isEmpty { return TextBytes("unknown") }
    if market.equals("private_credit") { return TextBytes("yes") }
    let isNot =
      market.equals("bank_syndicated") || market.equals("sec_registered")
      || market.equals("rule_144a")
    return isNot ? TextBytes("no") : TextBytes("unknown")
  }
}
