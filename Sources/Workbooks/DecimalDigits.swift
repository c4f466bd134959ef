/// A decimal number as digits and a power of ten, as a cell's number becomes text.
struct DecimalDigits: Hashable, Sendable {
  var isNegative = false
  /// The digits without zeros at either end; none of zero.
  var digits: [UInt8] = []
  /// The power of ten of the last digit.
  var exponent = 0

  /// Reads what a cell stores: `12`, `-0.5`, `1.5E-2`; `nil` when it is no number.
  init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    var (hasDigits, isFraction) = (false, false)
    while let byte = bytes.first, byte != UInt8(ascii: "E"), byte != UInt8(ascii: "e") {
      bytes.removeFirst()
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      hasDigits = true
      digits.append(byte)
      if isFraction { exponent -= 1 }
    }
    guard hasDigits else { return nil }
    if bytes.popFirst() != nil {
      guard let power = Int(String(decoding: bytes, as: UTF8.self)), abs(power) < 1_000 else {
        return nil
      }
      exponent += power
    }
    trim()
  }

  private mutating func trim() {
    let zeros = digits.reversed().prefix { $0 == 0x30 }.count
    digits.removeLast(zeros)
    exponent += zeros
    digits.removeFirst(digits.prefix { $0 == 0x30 }.count)
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  /// The shortest decimal that names the same number of 64 bits: spreadsheets write 0.1 as
  /// `0.10000000000000001`. A whole number stays as it is written: it may be an identifier.
  static func shortest(_ text: some StringProtocol) -> DecimalDigits? {
    guard let written = DecimalDigits(text) else { return nil }
    if written.exponent >= 0 && written.digits.count + written.exponent <= 36 { return written }
    guard written.digits.count > 15 else { return written }
    guard let value = Double(String(text)), value.isFinite else { return written }
    return DecimalDigits(value.description) ?? written
  }

  /// The number in full, but for very large and very small ones: `0.05`, `1e-200`.
  var text: String {
    guard !digits.isEmpty else { return "0" }
    let sign = isNegative ? "-" : ""
    let all = String(decoding: digits, as: UTF8.self)
    if exponent > 40 || exponent + digits.count < -40 { return "\(sign)\(all)e\(exponent)" }
    if exponent >= 0 { return sign + all + String(repeating: "0", count: exponent) }
    let padding = String(repeating: "0", count: max(0, 1 - exponent - digits.count))
    let padded = padding + all
    return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
  }

  /// A hundred times the number, with a sign for it: `6.75%`.
  var percentText: String {
    var hundredfold = self
    if !digits.isEmpty { hundredfold.exponent += 2 }
    return hundredfold.text + "%"
  }
}
