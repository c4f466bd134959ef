import Foundation
import TestSupport

/// What happens to files of their own accord and by accident: six ways.
enum Damage: String, CaseIterable, Sendable {
  /// The end is missing.
  case truncated
  /// A bit of the file's first hundred bytes is another.
  case headerBit
  /// Bytes at the head of a page, which say how it is laid out.
  case pageHead
  /// Twenty bytes anywhere.
  case bytes
  /// A page of zeros.
  case zeroedPage
  /// Two pages in each other's place.
  case swappedPages

  static let page = 8_192

  /// The file as this damage leaves it.
  func done(to whole: Data, _ random: inout SplitMix64) -> Data {
    var bytes = whole
    let pages = bytes.count / Self.page
    func aPage() -> Int { Int.random(in: 0..<pages, using: &random) * Self.page }
    switch self {
    case .truncated:
      // At the end of a page half of the time, as file systems do.
      let count = Int.random(in: 1..<bytes.count, using: &random)
      bytes = bytes.prefix(Bool.random(using: &random) ? count : count / Self.page * Self.page)
    case .headerBit:
      let place = Int.random(in: 0..<100, using: &random)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case .pageHead:
      let start = aPage()
      // The first page begins behind the file's own head.
      let head = start == 0 ? 100 : start
      for _ in 0..<3 {
        bytes[head + Int.random(in: 0..<12, using: &random)] = .random(in: 0...255, using: &random)
      }
    case .bytes:
      for _ in 0..<20 {
        let place = Int.random(in: 100..<bytes.count, using: &random)
        bytes[place] = .random(in: 0...255, using: &random)
      }
    case .zeroedPage:
      let start = aPage()
      bytes.replaceSubrange(start..<start + Self.page, with: Data(count: Self.page))
    case .swappedPages:
      let (one, other) = (aPage(), aPage())
      let first = Data(bytes[one..<one + Self.page])
      let second = Data(bytes[other..<other + Self.page])
      bytes.replaceSubrange(one..<one + Self.page, with: second)
      bytes.replaceSubrange(other..<other + Self.page, with: first)
    }
    return Data(bytes)
  }
}
