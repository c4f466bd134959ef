import Tabular

extension DelimitedRecord {
  /// A copy of the line as it stands.
  ///
  /// - Parameter withoutFirst: Leave out the first cell, in which an earlier import told its
  ///   reasons.
  func copy(withoutFirst: Bool, _ delimiter: UInt8) -> [UInt8] {
    let bytes = withBytes { bytes in bytes.indices.map { bytes[$0] } }
    guard withoutFirst else { return bytes }
    return Array(bytes[min(Self.endOfFirst(bytes, delimiter) + 1, bytes.count)...])
  }

  /// Where the first cell of a line ends.
  static func endOfFirst(_ bytes: [UInt8], _ delimiter: UInt8) -> Int {
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == delimiter, !isQuoted { return index }
      if byte == 0x22 { isQuoted.toggle() }
    }
    return bytes.count
  }
}
