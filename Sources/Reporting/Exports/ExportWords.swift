/// What every export says of the ledger.
enum ExportWords {
  static let title = "Deal Ledger: the credit behind the AI boom"
  static let description =
    "Who borrowed, in which tranches, from whom, rated what, and which contracts are supposed to "
    + "pay it back: sourced, dated, counted once. Amounts are as sources state them; ranges stay "
    + "ranges. What is not known is empty."
  static let licence = "Apache License 2.0"
  static let licenceAddress = "https://www.apache.org/licenses/LICENSE-2.0"
  static let ratesAddress =
    "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/"
    + "euro_reference_exchange_rates/html/index.en.html"
}
