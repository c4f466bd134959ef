import Ledger

extension SheetWords {
  /// Whether a cell begins a line of totals.
  static func isTotal(_ bytes: TextBytes) -> Bool {
    // T, S, G, D in either case begin all of them.
    guard bytes.count <= 12, let first = bytes.first,
      [0x74, 0x73, 0x67, 0x64].contains(first | 0x20)
    else { return false }
    return totals.contains(key(String(decoding: bytes, as: UTF8.self)))
  }

  private static let totals: Set<String> = [
    "total", "totals", "total:", "grand_total", "subtotal", "sub_total", "sum", "sum:", "summa",
    "summa:", "delsumma", "totalt", "gesamt", "summe",
  ]
}
