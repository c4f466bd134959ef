/// What is wrong with a record, with places.
struct DelimitedVerdict {
  /// A fault and where it stands.
  struct Finding {
    let fault: DelimitedFault
    let position: SourcePosition
  }

  /// In the order of the record, not beyond the first final one.
  private var findings: [Finding]
  /// A quote that may stay open, if it stands before anything final.
  private let open: Finding?

  /// Keeps of what was found what can be trusted, and finds the places.
  ///
  /// - Parameters:
  ///   - faults: All faults, in any order.
  ///   - openQuote: The offset of a quote that may stay open.
  init(_ faults: [DelimitedFault], openQuote: Int?, places: DelimitedPlaces) {
    var places = places
    let end = faults.lazy.filter(\.isFinal).map(\.trigger).min() ?? .max
    findings = faults.filter { Self.counts($0, before: end) }.sorted { $0.trigger < $1.trigger }
      .map { Finding(fault: $0, position: places.position(of: $0.offset)) }
    open = openQuote.flatMap { offset in
      guard offset < end else { return nil }
      let fault = DelimitedFault(.openQuote, offset: offset)
      return Finding(fault: fault, position: places.position(of: offset))
    }
  }

  /// Whether a fault counts when nothing is to be said of what is at `end` or behind it.
  private static func counts(_ fault: DelimitedFault, before end: Int) -> Bool {
    switch fault.kind {
    case _ where fault.isFinal: fault.trigger == end
    // The bytes of a character may stand on both sides of the end.
    case .notUTF8: end == .max || fault.trigger + 4 <= end
    default: fault.trigger < end
    }
  }

  /// The problems of the record, now that its end is known.
  ///
  /// - Parameters:
  ///   - openQuote: The offset of the quote that is open at the end of the input.
  ///   - lastLine: The line on which the record ends.
  func problems(openQuote: Int?, lastLine: Int) -> [SourceProblem] {
    guard let open, open.fault.offset == openQuote else {
      return findings.map { $0.fault.problem(at: $0.position, lastLine: lastLine) }
    }
    let before = findings.filter { Self.counts($0.fault, before: open.fault.offset) }
    return (before + [open]).map { $0.fault.problem(at: $0.position, lastLine: lastLine) }
  }
}
