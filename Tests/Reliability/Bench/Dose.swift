import Foundation
import TestSupport

/// How much is tried: a little in every `swift test`, all of it in `make reliability`, and that
/// again and again with other seeds in `make torture`.
enum Dose: String {
  case ordinary, full, torture

  static let current: Dose =
    switch ProcessInfo.processInfo.environment["RELIABILITY"] {
    case "full": .full
    case "torture": .torture
    default: .ordinary
    }

  /// What random numbers of this run come from. The ordinary dose is the same every time.
  static let seed: UInt64 = {
    let given = ProcessInfo.processInfo.environment["RELIABILITY_SEED"].flatMap { UInt64($0) }
    let seed = given ?? (current == .ordinary ? 1 : UInt64.random(in: 1...999_999_999))
    print("reliability: \(current.rawValue) dose, RELIABILITY_SEED=\(seed)")
    return seed
  }()

  /// The random numbers of one of many cases.
  static func random(_ purpose: String, _ index: Int = 0) -> SplitMix64 {
    var mixed = seed
    for byte in purpose.utf8 { mixed = mixed &* 0x100_0000_01B3 ^ UInt64(byte) }
    return SplitMix64(seed: mixed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// How often something is done.
  static func times(ordinary: Int, full: Int) -> Int {
    switch current {
    case .ordinary: ordinary
    case .full: full
    case .torture: 3 * full
    }
  }

  /// Which of so many points are tried: all of them or, in full doses, each so manieth; else a few
  /// from the first to the last.
  static func points(_ count: Int, ordinary: Int, stride step: Int = 1) -> [Int] {
    if current == .full { return Array(stride(from: 1, through: count, by: step)) }
    guard current == .ordinary, count > ordinary else { return Array(1...max(1, count)) }
    return (0..<ordinary).map { 1 + $0 * (count - 1) / max(1, ordinary - 1) }
  }
}
