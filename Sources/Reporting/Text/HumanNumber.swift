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
    guard number.isFinite else { return String(number) }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (number.magnitude * scale).rounded()
    guard scaled < 9e15 else { return plain(number) }
    let units = Int64(scaled)
    let whole = grouped(units / Int64(scale))
    let sign = number < 0 && units != 0 ? "-" : ""
    guard decimals > 0 else { return sign + whole }
    let rest = String(units % Int64(scale))
    return sign + whole + "." + String(repeating: "0", count: decimals - rest.count) + rest
  }

  /// The shortest text that reads back as the same number; whole numbers without a point.
  public static func plain(_ number: Double) -> String {
    guard number == number.rounded(), number.magnitude < 9e15 else { return String(number) }
    return String(Int64(number))
  }

  private static func grouped(_ number: Int64) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}
