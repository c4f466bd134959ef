/// Numbers with their decimals, as people write them.
public enum DecimalText {
  /// A number with a fixed count of decimals and thousands set apart; halves go away from zero.
  /// What has more digits than a number holds exactly is told as it is.
  public static func fixed(_ number: Double, decimals: Int) -> String {
    guard number.isFinite else { return String(number) }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (number.magnitude * scale).rounded()
    guard scaled < 9e15 else { return shortest(number) }
    let units = Int64(scaled)
    let sign = number < 0 && units != 0 ? "-" : ""
    let whole = grouped(units / Int64(scale))
    guard decimals > 0 else { return sign + whole }
    let rest = String(units % Int64(scale))
    return sign + whole + "." + String(repeating: "0", count: decimals - rest.count) + rest
  }

  /// The shortest text that reads back as the same number; whole numbers without a point.
  public static func shortest(_ number: Double) -> String {
    guard number == number.rounded(), number.magnitude < 9e15 else { return String(number) }
    return String(Int64(number))
  }

  /// The same with fifteen digits at most, which is what a number holds of what people write: sums
  /// such as 450.00000000000006 lose what binary fractions leave behind.
  public static func written(_ number: Double) -> String {
    let text = shortest(number)
    guard number.isFinite, number != number.rounded() else { return text }
    let parts = text.split(separator: "e", maxSplits: 1)
    let mantissa = parts[0].filter { $0 != "-" }
    let digits = mantissa.filter { $0 != "." }
    let significant = digits.drop { $0 == "0" }
    guard significant.count > mostDigits, let point = mantissa.firstIndex(of: ".") else {
      return text
    }
    let kept = digits.count - significant.count + mostDigits
    var rounded = digits.prefix(kept).map { $0.wholeNumberValue ?? 0 }
    if let next = digits.dropFirst(kept).first?.wholeNumberValue, next >= 5 {
      carry(into: &rounded)
    }
    let whole = mantissa.distance(from: mantissa.startIndex, to: point) + rounded.count - kept
    var result = rounded.map(String.init).joined()
    result.insert(".", at: result.index(result.startIndex, offsetBy: whole))
    while result.last == "0" { result.removeLast() }
    if result.last == "." { result.removeLast() }
    return (number < 0 ? "-" : "") + result + (parts.count > 1 ? "e" + parts[1] : "")
  }

  private static let mostDigits = 15

  private static func carry(into digits: inout [Int]) {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }

  private static func grouped(_ number: Int64) -> String {
    var text = ""
    let digits = String(number)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
