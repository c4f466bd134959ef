import Finance
import Ledger

/// The days a cell can mean, as texts that outlive the line.
struct SheetDays: BitwiseCopyable {
  let first: Int
  let last: Int
  let on: TextBytes
  let until: TextBytes

  init(_ span: DateSpan, _ texts: SharedTexts) {
    (first, last) = (span.first.number, span.last.number)
    (on, until) = (texts.bytes(of: span.first), texts.bytes(of: span.last))
  }

  var span: DateSpan? {
    guard let first = Day(daysSince1970: first), let last = Day(daysSince1970: last) else {
      return nil
    }
    return try? DateSpan(first: first, last: last)
  }
}

extension BulkDays {
  init(_ days: SheetDays?) {
    self = days.map { BulkDays(on: $0.on, until: $0.until) } ?? BulkDays()
  }
}

/// The currency a cell names.
struct SheetCurrency: BitwiseCopyable {
  let code: TextBytes
  let exponent: Int

  /// The letters as a number, to compare.
  var number: UInt32 { code.reduce(0) { $0 << 8 | UInt32($1) } }
}

/// The grade a cell holds; without a notch where the agency has not rated.
struct SheetGrade: BitwiseCopyable {
  let grade: TextBytes
  let scale: TextBytes
  let notch: Int64?
}

/// What a word of status stands for with a kind of deal.
struct SheetAxes: BitwiseCopyable {
  var evidence: Evidence?
  var binding: Binding?
  var funding: Funding?
  /// Whether the word says that the deal is closed.
  var isClosed = false
  /// Whether the funding follows from a rule.
  var isDerived = true
}

extension TextBytes {
  /// A text that is part of the program.
  init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  func equals(_ text: StaticString) -> Bool { elementsEqual(TextBytes(text)) }
}

extension Evidence {
  var text: TextBytes {
    switch self {
    case .rumoured: TextBytes("rumoured")
    case .reported: TextBytes("reported")
    case .companyAnnounced: TextBytes("company_announced")
    case .filed: TextBytes("filed")
    }
  }
}

extension Binding {
  var text: TextBytes {
    switch self {
    case .nonBinding: TextBytes("non_binding")
    case .conditional: TextBytes("conditional")
    case .definitive: TextBytes("definitive")
    case .lapsed: TextBytes("lapsed")
    case .terminated: TextBytes("terminated")
    }
  }
}

extension Funding {
  var text: TextBytes {
    switch self {
    case .unknown: TextBytes("unknown")
    case .none: TextBytes("none")
    case .committed: TextBytes("committed")
    case .partlyDrawn: TextBytes("partly_drawn")
    case .drawn: TextBytes("drawn")
    case .repaid: TextBytes("repaid")
    }
  }
}
