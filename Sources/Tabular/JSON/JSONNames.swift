/// The member names of one object, to find one that stands twice.
///
/// Most objects are small: the first names are compared one by one, later ones go through a set.
struct JSONNames {
  private static let listLimit = 12
  private var list: [JSONNode] = []
  private var set: Set<[UInt8]> = []

  /// Adds a name; `false` when it is there already.
  mutating func insert(_ name: JSONNode, of bytes: [UInt8]) -> Bool {
    guard list.count >= Self.listLimit else {
      for other in list where Self.areEqual(name, other, of: bytes) { return false }
      list.append(name)
      return true
    }
    if set.isEmpty { set = Set(list.map { Self.resolved($0, of: bytes) }) }
    return set.insert(Self.resolved(name, of: bytes)).inserted
  }

  private static func areEqual(_ left: JSONNode, _ right: JSONNode, of bytes: [UInt8]) -> Bool {
    if left.hasEscapes || right.hasEscapes {
      return resolved(left, of: bytes) == resolved(right, of: bytes)
    }
    return bytes[left.start..<left.end] == bytes[right.start..<right.end]
  }

  private static func resolved(_ name: JSONNode, of bytes: [UInt8]) -> [UInt8] {
    let inner = bytes[(name.start + 1)..<(name.end - 1)]
    return name.hasEscapes ? JSONEscapes.resolved(inner) : Array(inner)
  }
}
