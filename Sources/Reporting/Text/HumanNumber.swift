internal import Tabular

/// Numbers for people and, where nothing may be lost, in their shortest exact form.
public enum HumanNumber {
  /// An amount in billions: 23.25, 0.30, 1,500.00.
  public static func billions(_ amount: Double) -> String {
    fixed(amount / 1e9, decimals: 2)
  }

  /// An amount with its scale: 23.25 bn, and below a billion 225.00 mn.
  public static func amount(_ amount: Double) -> String {
    amount != 0 && amount.magnitude < 1e9
      ? "\(fixed(amount / 1e6, decimals: 2)) mn" : "\(billions(amount)) bn"
  }

  /// A number with a fixed count of decimals and thousands set apart.
  public static func fixed(_ number: Double, decimals: Int) -> String {
    DecimalText.fixed(number, decimals: decimals)
  }

  /// The shortest text that reads back as the same number; whole numbers without a point.
  public static func plain(_ number: Double) -> String { DecimalText.shortest(number) }

  /// The same as people write it, with fifteen digits at most.
  public static func written(_ number: Double) -> String { DecimalText.written(number) }
}
