/// How far apart two spellings are.
enum Spelling {
  /// The least number of letters to add, drop or change to get from one to the other.
  static func distance(_ first: String, _ second: String) -> Int {
    let (from, to) = (Array(first.utf8), Array(second.utf8))
    var row = Array(0...to.count)
    for (i, letter) in from.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in to.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
      }
    }
    return row[to.count]
  }
}
