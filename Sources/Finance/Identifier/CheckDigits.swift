/// The check digit computations of the identifier schemes (domain.md 6.6).
enum CheckDigits {
  /// The value of a character: digits their own, letters 10 to 35, `*` 36, `@` 37, `#` 38.
  static func value(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 55
    case UInt8(ascii: "*"): 36
    case UInt8(ascii: "@"): 37
    default: 38
    }
  }

  /// The check digits of the first 18 characters of an LEI: ISO 7064 MOD 97-10.
  static func lei(_ payload: ArraySlice<UInt8>) -> String {
    let rest = (payload + [48, 48]).reduce(0) { rest, byte in
      let value = value(byte)
      return (rest * (value > 9 ? 100 : 10) + value) % 97
    }
    return DateDigits.padded(98 - rest, 2)
  }

  /// The check digit of the first 11 characters of an ISIN: letters as two digits, every other
  /// digit doubled from the right.
  static func isin(_ payload: ArraySlice<UInt8>) -> String {
    let digits = payload.flatMap { byte -> [Int] in
      let value = value(byte)
      return value > 9 ? [value / 10, value % 10] : [value]
    }
    let sum = digits.reversed().enumerated().reduce(0) { sum, entry in
      sum + digitSum(entry.element * (entry.offset.isMultiple(of: 2) ? 2 : 1))
    }
    return String((10 - sum % 10) % 10)
  }

  /// The check digit of a CUSIP or FIGI: every second value doubled from the left, decimal digits
  /// added.
  static func doublingFromLeft(_ payload: ArraySlice<UInt8>) -> String {
    let sum = payload.enumerated().reduce(0) { sum, entry in
      sum + digitSum(value(entry.element) * (entry.offset.isMultiple(of: 2) ? 1 : 2))
    }
    return String((10 - sum % 10) % 10)
  }

  private static func digitSum(_ number: Int) -> Int {
    number / 10 + number % 10
  }
}
