internal import Finance

extension ExactDecimal {
  /// A decimal number of XML, where nothing need stand before or behind the point: `-.85`, `5.`.
  init(ofXML text: String) throws(ExactDecimalError) {
    guard text.utf8.contains(UInt8(ascii: ".")), text.contains(where: \.isNumber) else {
      self = try ExactDecimal(text)
      return
    }
    let sign = text.prefix { $0 == "-" || $0 == "+" }
    let number = text.dropFirst(sign.count)
    let whole = number.first == "." ? "0" + number : String(number)
    self = try ExactDecimal(String(sign) + (whole.last == "." ? String(whole.dropLast()) : whole))
  }
}
