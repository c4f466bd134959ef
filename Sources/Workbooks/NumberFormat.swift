/// What a number format makes of a number, as far as it changes what the number is.
///
/// ECMA-376, part 1, 18.8.30 and 18.8.31.
enum NumberFormat: Hashable, Sendable {
  case number, percent, day, moment, time
  /// Hours, minutes or seconds that are counted on beyond a day: `[h]:mm`.
  case duration

  /// A format that every workbook has by its number; `nil` where the workbook itself says it.
  init?(builtIn number: Int) {
    switch number {
    case 0...8, 11...13, 37...40, 48, 49: self = .number
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .day
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .moment
    case 46: self = .duration
    default: return nil
    }
  }

  /// Reads a format as `yyyy-mm-dd` or `0.00%`; of its parts for positive and negative numbers the
  /// first counts.
  init(code: String) {
    var scan = Scan()
    scan.read(code)
    self = scan.format
  }

  /// What the letters of a format code come to.
  private struct Scan {
    var isPercent = false
    var hasDate = false
    var hasTime = false
    var isElapsed = false
    /// Whether there are `m` that may be months or minutes.
    var hasMonths = false

    var format: NumberFormat {
      if isElapsed { return .duration }
      if hasDate { return hasTime ? .moment : .day }
      if hasTime { return .time }
      if hasMonths { return .day }
      return isPercent ? .percent : .number
    }

    mutating func read(_ code: String) {
      var scalars = Array(code.lowercased().unicodeScalars)[...]
      while let scalar = scalars.popFirst(), scalar != ";" {
        switch scalar {
        case "\"": scalars = scalars.drop { $0 != "\"" }.dropFirst()
        case "\\", "_", "*": scalars = scalars.dropFirst()
        case "[":
          let inner = scalars.prefix { $0 != "]" }
          scalars = scalars.dropFirst(inner.count + 1)
          if let first = inner.first, inner.allSatisfy({ $0 == first }), "hms".contains(first) {
            isElapsed = true
          }
        case "g" where scalars.starts(with: "eneral".unicodeScalars):
          scalars = scalars.dropFirst(6)
        case "e" where scalars.first == "+" || scalars.first == "-":
          scalars = scalars.dropFirst()
        case "a" where scalars.first == "m" || scalars.first == "/":
          scalars = scalars.drop { "m/ap".unicodeScalars.contains($0) }
          hasTime = true
        case "%": isPercent = true
        case "y", "d", "e": hasDate = true
        case "h", "s": hasTime = true
        case "m": hasMonths = true
        default: break
        }
      }
    }
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
