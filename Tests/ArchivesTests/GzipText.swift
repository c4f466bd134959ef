import TestSupport

/// A gzip member whose data is stored, made by hand.
enum GzipText {
  static func member(_ text: String, name: String? = nil) -> [UInt8] {
    let data = Array(text.utf8)
    var bytes: [UInt8] = [0x1F, 0x8B, 8, name == nil ? 0 : 8, 0, 0, 0, 0, 0, 255]
    if let name { bytes += Array(name.utf8) + [0] }
    bytes += [1] + ZipBuilder.number(data.count, 2) + ZipBuilder.number(~data.count, 2) + data
    return bytes + ZipBuilder.number(Int(ZipBuilder.checkSum(data)), 4)
      + ZipBuilder.number(data.count, 4)
  }
}
