/// How many typing errors lie between two words.
public enum EditDistance {
  /// The least number of letters to add, leave out, replace, or swap with their neighbour, to make
  /// one of the other; nil where it is more than allowed.
  ///
  /// It is the distance of optimal string alignment: no part is changed twice (E. Ukkonen, 1985,
  /// Algorithms for approximate string matching, with swaps).
  public static func between(
    _ left: Substring, _ right: Substring, atMost limit: Int
  ) -> Int? {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        next.append(best)
      }
      guard next.contains(where: { $0 <= limit }) else { return nil }
      (before, last) = (last, next)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
