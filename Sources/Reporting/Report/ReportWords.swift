/// Codes as people read them.
enum ReportWords {
  /// `investment_grade` as "investment grade"; other text as it is.
  static func plain(_ text: String) -> String {
    let isCode =
      text.contains("_") && !text.contains(" ") && text == text.lowercased()
      && !text.contains("/")
    return isCode ? text.replacing("_", with: " ") : text
  }

  /// "1 deal", "2 deals".
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(HumanNumber.fixed(Double(number), decimals: 0)) \(number == 1 ? one : many ?? one + "s")"
  }
}
