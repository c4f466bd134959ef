/// Takes the text of a number apart: sign, digits, decimals, exponent.
struct DecimalScanner {
  private let bytes: [UInt8]
  private var offset = 0
  private var digits = 0
  private(set) var coefficient: Int128 = 0
  private(set) var exponent = 0

  /// Whether there were more digits, zeros at the end aside, than a coefficient holds.
  private(set) var hasTooManyDigits = false

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Reads the whole text; `false` when it is no number.
  mutating func scan() -> Bool {
    let isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    guard scanDigits(areDecimals: false) else { return false }
    if skip(UInt8(ascii: ".")) {
      guard scanDigits(areDecimals: true) else { return false }
    }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      guard scanExponent() else { return false }
    }
    if isNegative { coefficient.negate() }
    return offset == bytes.count
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func scanDigits(areDecimals: Bool) -> Bool {
    let start = offset
    while offset < bytes.count, let digit = digit(bytes[offset]) {
      append(digit, isDecimal: areDecimals)
      offset += 1
    }
    return offset > start
  }

  /// Adds a digit; zeros beyond the limit only count as powers of ten.
  private mutating func append(_ digit: Int128, isDecimal: Bool) {
    if digits >= ExactDecimal.maximumDigits {
      if digit != 0 { hasTooManyDigits = true }
      if !isDecimal { exponent += 1 }
      return
    }
    coefficient = coefficient * 10 + digit
    if coefficient != 0 { digits += 1 }
    if isDecimal { exponent -= 1 }
  }

  private mutating func scanExponent() -> Bool {
    let isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    let start = offset
    var power = 0
    while offset < bytes.count, let digit = digit(bytes[offset]) {
      power = min(power * 10 + Int(digit), 1_000_000)
      offset += 1
    }
    exponent += isNegative ? -power : power
    return offset > start
  }

  private func digit(_ byte: UInt8) -> Int128? {
    byte >= 0x30 && byte <= 0x39 ? Int128(byte - 0x30) : nil
  }
}
