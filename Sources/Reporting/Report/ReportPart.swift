/// What the page can have a part on: its name, its heading, what it asks, and how it is made.
struct ReportPart: Sendable {
  /// Its name, for `--only` and for links.
  let id: String
  let title: String
  let questions: [ReportQuestion]
  let make: @Sendable (ReportPart, ReportAnswers) -> ReportSection
}

/// All parts, in the order of the page.
enum ReportParts {
  static let all: [ReportPart] = [
    .issuance, .privateCredit, .offBalanceSheet, .economicDebt, .maturities, .spreads, .lenders,
    .payers, .circularity, .headlines, .guidance, .contradictions, .staleness, .reproductions,
  ]

  /// Those that are wanted.
  static func chosen(_ options: ReportOptions) -> [ReportPart] {
    options.only.isEmpty ? all : all.filter { options.only.contains($0.id) }
  }
}
