/// How far a deal has come. The four stages nest: outstanding ⊂ funded ⊂ binding ⊂ announced
/// (rules.md 4).
///
/// The raw value is the code in the file and in the parameter `stage` of queries.
public enum Stage: String, Sendable, CaseIterable, Comparable {
  /// Reported, announced by a company or filed, and neither lapsed nor terminated.
  case announced
  /// Announced, and definitive.
  case binding
  /// Binding, and partly drawn, drawn or repaid.
  case funded
  /// Funded, and not repaid.
  case outstanding

  /// The deepest stage that a state reaches; `nil` when it reaches none, as a rumour never does.
  public static func deepest(evidence: Evidence, binding: Binding, funding: Funding) -> Stage? {
    guard evidence != .rumoured, binding != .lapsed, binding != .terminated else { return nil }
    guard binding == .definitive else { return .announced }
    switch funding {
    case .unknown, .none, .committed: return .binding
    case .partlyDrawn, .drawn: return .outstanding
    case .repaid: return .funded
    }
  }

  /// Whether a deal that has come to this stage counts in `stage`.
  public func reaches(_ stage: Stage) -> Bool {
    self >= stage
  }

  /// Orders from announced to outstanding.
  public static func < (left: Stage, right: Stage) -> Bool {
    left.depth < right.depth
  }

  private var depth: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
