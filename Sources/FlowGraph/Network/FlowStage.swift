/// How far a flow has come. The stages nest: outstanding ⊂ funded ⊂ binding ⊂ announced (rules.md
/// 4). The raw value is the code in the file.
public enum FlowStage: String, Sendable, CaseIterable, Comparable {
  /// Said by someone who counts, and neither lapsed nor terminated.
  case announced
  /// Announced, and definitive.
  case binding
  /// Binding, and money has moved.
  case funded
  /// Funded, and not paid back.
  case outstanding

  /// Orders from announced to outstanding.
  public static func < (left: FlowStage, right: FlowStage) -> Bool {
    left.depth < right.depth
  }

  private var depth: Int {
    switch self {
    case .announced: 0
    case .binding: 1
    case .funded: 2
    case .outstanding: 3
    }
  }
}
