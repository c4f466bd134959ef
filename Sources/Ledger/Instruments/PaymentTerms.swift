public import Finance

/// A tranche as an instrument that pays, and what had to be assumed for it.
public struct PaymentTerms: Sendable {
  /// What the ledger holds.
  public let stored: StoredTerms
  /// What it pays, and when.
  public let instrument: DebtInstrument
  /// How many of its extensions are taken: those on record, and those the person who asks gives.
  public let extensions: Int
  /// What no source says and is taken as usual, as sentences.
  public let assumptions: [String]
  /// How its yield is quoted.
  public let convention: YieldConvention

  /// Completes what sources say with what the person who asks gives, and then with what is usual
  /// for such an instrument in its currency. Whatever is taken as usual is told.
  ///
  /// - Throws: `LedgerError.terms` where something cannot be assumed: a day of maturity, how much
  ///   of an instalment.
  public init(_ stored: StoredTerms, overrides: TermOverrides = TermOverrides()) throws {
    var maker = TermsMaker(stored: stored, given: overrides)
    let instrument = try maker.instrument()
    self.stored = stored
    self.instrument = instrument
    extensions = instrument.extensions.count
    assumptions = maker.assumptions
    let frequency = instrument.schedule.frequency
    convention =
      frequency == .semiannual && !maker.usual.isLoan ? .street(frequency) : .icma(frequency)
  }

  /// Whether its rate follows a benchmark.
  public var isFloating: Bool {
    if case .floating = instrument.interest { true } else { false }
  }
}
