/// Numbers as they stand in pictures.
enum NumberText {
  /// A value beside a mark: one decimal below a hundred, none above, thousands set apart.
  static func short(_ number: Double) -> String {
    fixed(number, decimals: number.magnitude < 99.95 && number != 0 ? 1 : 0)
  }

  /// A number with so many decimals.
  static func fixed(_ number: Double, decimals: Int) -> String {
    guard number.magnitude < 1e15 else { return String(number) }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = Int64((number.magnitude * scale).rounded())
    var digits = String(scaled)
    while digits.count <= decimals { digits = "0" + digits }
    let sign = number < 0 && scaled != 0 ? "-" : ""
    let whole = grouped(digits.dropLast(decimals))
    return sign + whole + (decimals > 0 ? "." + digits.suffix(decimals) : "")
  }

  /// A place in a picture: two decimals at most.
  static func coordinate(_ number: Double) -> String {
    var text = fixed(number, decimals: 2).filter { $0 != "," }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : text
  }

  private static func grouped(_ digits: Substring) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
