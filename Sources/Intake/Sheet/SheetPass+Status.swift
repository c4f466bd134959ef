import Finance
import Ledger
import Tabular

extension SheetPass {
  /// The three axes of a line: what its own columns say, else what its word of status stands for.
  func axes(_ record: borrowing DelimitedRecord, kind: TextBytes) -> SheetAxes {
    var axes = SheetAxes()
    var isClosed = values.days(.closedOn, record) != nil
    if let word = values.string(.status, record) {
      if let stands = SheetWords.statuses[SheetWords.key(word)] {
        axes.evidence = Evidence(rawValue: stands.evidence)
        axes.binding = Binding(rawValue: stands.binding)
        isClosed = isClosed || stands.isClosed
      } else {
        values.add(
          "“\(word)” is no status", .status, record,
          hint: "one of \(SheetWords.statuses.keys.sorted().joined(separator: ", "))")
      }
    } else {
      axes.evidence = .reported
    }
    if let code = code(.evidence, "evidence", record) { axes.evidence = Evidence(rawValue: code) }
    if let code = code(.binding, "binding", record) { axes.binding = Binding(rawValue: code) }
    if let code = code(.funding, "funding", record) {
      axes.funding = Funding(rawValue: code)
      axes.isDerived = false
    } else {
      let funding = MeasureRules.funding(
        kind: String(decoding: kind, as: UTF8.self), binding: axes.binding?.rawValue,
        hasClosed: isClosed)
      axes.funding = Funding(rawValue: funding)
    }
    return axes
  }

  private func code(
    _ column: SheetColumn, _ list: String, _ record: borrowing DelimitedRecord
  ) -> String? {
    let code = values.code(column, in: list, [:], record)
    return code.isEmpty ? nil : String(decoding: code, as: UTF8.self)
  }

  /// The market, where the word is one of the ledger's.
  func market(_ record: borrowing DelimitedRecord) -> TextBytes {
    if values.word(.market, SheetWords.privateLabels, record) != nil { return .nothing }
    return values.code(.market, in: "market", [:], record)
  }

  /// Whether the sheet calls it private credit: by its own column, or by a market that is no more
  /// than private or public.
  func privateLabel(_ record: borrowing DelimitedRecord) -> TextBytes {
    if values.layout.has(.privateLabel), !values.text(.privateLabel, record).isEmpty {
      if let label = values.word(.privateLabel, SheetWords.privateLabels, record) { return label }
      values.add("must be yes or no", .privateLabel, record)
    }
    return values.word(.market, SheetWords.privateLabels, record) ?? .nothing
  }

  /// Whether a market makes it private credit.
  func privateByMarket(_ market: TextBytes) -> TextBytes {
    let answer =
      switch String(decoding: market, as: UTF8.self) {
      case "private_credit": "yes"
      case "bank_syndicated", "sec_registered", "rule_144a": "no"
      default: "unknown"
      }
    return values.texts.bytes(of: answer)
  }

  func country(_ record: borrowing DelimitedRecord) -> TextBytes {
    guard let text = values.string(.country, record) else { return .nothing }
    let code = text.uppercased()
    guard CountryCode.isKnown(code) else {
      values.add("“\(text)” is no country", .country, record, hint: "two letters of ISO 3166-1")
      return .nothing
    }
    return values.texts.bytes(of: code)
  }
}

/// The axes of status that a line states.
struct SheetAxes {
  var evidence: Evidence?
  var binding: Binding?
  var funding: Funding?
  /// Whether the funding follows from a rule.
  var isDerived = true
}
