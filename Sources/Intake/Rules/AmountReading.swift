import Finance
import Ledger

/// The figure of an amount group, and a second one beside it where a document gives more.
struct StatedAmount {
  var columns = AmountColumns()
  /// What an option or accordion could add up to; never part of the amount.
  var ceiling: Int64?
  /// The lower and upper figures given beside an amount.
  var beside: (low: Int64, high: Int64)?
}

extension ObjectReader {
  /// Reads `amount`, `amount_low`, `amount_high`, `qualifier`, `measure` and `currency`.
  ///
  /// - Parameter derived: the measure where none is given, from the qualifier.
  func amount(currency inherited: String?, measure derived: (String) -> String?) -> StatedAmount {
    var result = StatedAmount()
    let currency = currencyCode() ?? (isVerbatim ? nil : inherited)
    let middle = minorUnits("amount", currency)
    let low = minorUnits("amount_low", currency)
    let high = minorUnits("amount_high", currency)
    let qualifier = code("qualifier", in: "qualifier")
    let measure = code("measure", in: "measure")

    result.columns.currency = currency
    if let middle {
      result.columns.minor = middle
      result.columns.qualifier = qualifier ?? "exact"
      if let low, let high {
        result.beside = (low, high)
      } else if let high {
        result.ceiling = high
      } else if low != nil {
        refuse(member("amount_low"), "does not go with one amount", hint: "give amount_high too")
      }
      if qualifier == "range" || qualifier == "undisclosed" {
        refuse(member("qualifier"), "does not go with one amount")
        result.columns.qualifier = "exact"
      }
    } else if let low, let high {
      result.columns.lowMinor = low
      result.columns.highMinor = high
      result.columns.qualifier = "range"
      if low > high { refuse(member("amount_low"), "is more than amount_high") }
    } else if low != nil || high != nil || qualifier == "range" {
      refuse(
        nil, "a range needs both amount_low and amount_high",
        hint: "for one end use amount with the qualifier at_least or up_to")
    } else if qualifier != nil {
      result.columns.qualifier = "undisclosed"
    }
    // An amount nobody speaks of says nothing, and leaves what is stored.
    guard result.columns.qualifier != nil else { return result }
    result.columns.measure = measure
    result.columns.measureIsDerived = isDerived("measure_is_derived") ?? false
    if measure == nil, result.columns.hasFigure, !isVerbatim {
      result.columns.measure = derived(result.columns.qualifier ?? "exact")
      result.columns.measureIsDerived = result.columns.measure != nil
    }
    return result
  }

  func currencyCode() -> String? {
    guard let text = text("currency") else { return nil }
    guard Currency(code: text) != nil else {
      refuse(member("currency"), "'\(text)' is no currency", hint: "three letters of ISO 4217")
      return nil
    }
    return text
  }

  /// A figure in minor units of a currency.
  func minorUnits(_ name: String, _ currency: String?) -> Int64? {
    guard let decimal = decimal(name) else { return nil }
    guard let code = currency, let currency = Currency(code: code) else {
      refuse(member(name), "has no currency", hint: "add \"currency\": \"USD\"")
      return nil
    }
    guard !decimal.isNegative else {
      refuse(member(name), "is negative")
      return nil
    }
    do {
      return try decimal.minorUnits(of: currency)
    } catch {
      refuse(member(name), "\(error)")
      return nil
    }
  }
}
