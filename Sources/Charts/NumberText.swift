internal import Tabular

/// Numbers as they stand in pictures.
enum NumberText {
  /// A value beside a mark: one decimal below a hundred, none above, thousands set apart.
  static func short(_ number: Double) -> String {
    fixed(number, decimals: number.magnitude < 99.95 && number != 0 ? 1 : 0)
  }

  /// A number with so many decimals.
  static func fixed(_ number: Double, decimals: Int) -> String {
    DecimalText.fixed(number, decimals: decimals)
  }

  /// A place in a picture: two decimals at most.
  static func coordinate(_ number: Double) -> String {
    var text = fixed(number, decimals: 2).filter { $0 != "," }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : text
  }
}
