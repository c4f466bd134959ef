/// Exchange into US dollars through the euro, as SQL. The relation it reads has the columns
/// `currency`, `dated_on` and `dated_until`; rates are the European Central Bank's.
///
/// A pair of days within one month takes the last rate on or before its last day, none older than
/// seven days. A wider pair, or a currency the bank does not publish, stays unconverted.
enum Conversion {
  /// The day of the rate that is used; NULL for dollars and for what cannot be converted.
  static func rateDay(of row: String) -> String {
    """
    CASE WHEN \(row).currency <> 'USD'
      AND substr(\(row).dated_on, 1, 7) = substr(\(row).dated_until, 1, 7)
    THEN (SELECT MAX(r.published_on) FROM fx_rate r
      WHERE r.currency = CASE \(row).currency WHEN 'EUR' THEN 'USD' ELSE \(row).currency END
        AND r.published_on <= \(row).dated_until
        AND r.published_on >= date(\(row).dated_until, '-7 days')) END
    """
  }

  /// US cents for one minor unit on the day `fx_on`; NULL where there is no rate.
  static func centsPerMinorUnit(of row: String) -> String {
    """
    CASE \(row).currency WHEN 'USD' THEN 1.0 ELSE
      (SELECT r.units_per_euro FROM fx_rate r
        WHERE r.currency = 'USD' AND r.published_on = \(row).fx_on) * 100.0
      / CASE \(row).currency WHEN 'EUR' THEN 1.0 ELSE
          (SELECT r.units_per_euro FROM fx_rate r
            WHERE r.currency = \(row).currency AND r.published_on = \(row).fx_on) END
      / (SELECT c.minor_per_unit FROM currency c WHERE c.code = \(row).currency) END
    """
  }

  /// An amount in US cents: rounded once a row, so that sums stay integer sums.
  static func cents(_ minor: String, rate: String = "rate") -> String {
    "CAST(round((\(minor)) * \(rate)) AS INTEGER)"
  }

  /// The least an amount can be, in minor units: nothing for "up to".
  static func low(of row: String) -> String {
    """
    CASE \(row).qualifier WHEN 'range' THEN \(row).amount_low_minor
      WHEN 'up_to' THEN 0 WHEN 'undisclosed' THEN NULL ELSE \(row).amount_minor END
    """
  }

  /// The most an amount can be, in minor units: open, so NULL, for "at least".
  static func high(of row: String) -> String {
    """
    CASE \(row).qualifier WHEN 'range' THEN \(row).amount_high_minor
      WHEN 'at_least' THEN NULL WHEN 'undisclosed' THEN NULL ELSE \(row).amount_minor END
    """
  }

  /// Whether a figure is given that could not be converted.
  static func isUnconverted(_ row: String) -> String {
    "CASE WHEN \(row).qualifier <> 'undisclosed' AND \(row).rate IS NULL THEN 1 ELSE 0 END"
  }
}
