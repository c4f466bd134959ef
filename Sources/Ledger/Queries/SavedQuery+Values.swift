internal import Finance

extension SavedQuery.Parameter {
  /// What is wrong with a value, by the parameter's type; nil when nothing is.
  func problem(with value: String) -> String? {
    switch type {
    case "date":
      do throws(DateError) { _ = try Day(value) } catch { return "\(error)" }
      return nil
    case "fx":
      guard value != "deal_date", value != "as_of", (try? Day(value)) == nil else { return nil }
      return "no '\(value)'; deal_date, as_of, or a day as 2026-06-30"
    case "currency":
      return Currency(code: value) == nil
        ? "no currency '\(value)'; three letters as USD" : nil
    case "stage": return choice(value, of: Stage.allCases.map(\.rawValue))
    case "rule": return choice(value, of: CompositeRule.allCases.map(\.rawValue))
    case "rollup": return choice(value, of: PartyRollup.allCases.map(\.rawValue))
    case "yes_no": return choice(value, of: ["yes", "no"])
    default: return nil
    }
  }

  private func choice(_ value: String, of known: [String]) -> String? {
    known.contains(value) ? nil : "no '\(value)'; one of \(known.joined(separator: ", "))"
  }
}
