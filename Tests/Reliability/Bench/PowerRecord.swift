import Foundation

/// What a program did to files, one operation after the other, as `Preload/recorder.c` wrote it
/// down.
struct PowerRecord: Sendable {
  enum Operation: Sendable {
    /// Opened a file for writing under a number.
    case open(file: Int, name: String, isEmptied: Bool)
    case write(file: Int, place: Int, bytes: Data)
    case resize(file: Int, size: Int)
    /// What was written to a file is on the disk.
    case sync(file: Int)
    /// Which names there are in the folder is on the disk.
    case syncFolder
    case remove(name: String)
    case rename(from: String, to: String)
    case tell(String)
  }

  let operations: [Operation]

  /// Reads a record.
  ///
  /// - Parameter folder: the folder that was watched; names are without it.
  init(_ bytes: Data, folder: String) {
    var operations: [Operation] = []
    func name(_ data: Data) -> String {
      let path = String(decoding: data, as: UTF8.self)
      return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    }
    var place = bytes.startIndex
    while place + 17 <= bytes.endIndex {
      let head = bytes[place..<place + 17]
      let file = Int(Self.number(head, 1, as: UInt32.self))
      let offset = Int(Self.number(head, 5, as: UInt64.self))
      let length = Int(Self.number(head, 13, as: UInt32.self))
      let data = bytes[place + 17..<place + 17 + length]
      place += 17 + length
      switch head[head.startIndex] {
      case UInt8(ascii: "O"):
        operations.append(.open(file: file, name: name(data), isEmptied: offset == 1))
      case UInt8(ascii: "W"):
        operations.append(.write(file: file, place: offset, bytes: Data(data)))
      case UInt8(ascii: "T"): operations.append(.resize(file: file, size: offset))
      case UInt8(ascii: "S"): operations.append(.sync(file: file))
      case UInt8(ascii: "D"): operations.append(.syncFolder)
      case UInt8(ascii: "U"): operations.append(.remove(name: name(data)))
      case UInt8(ascii: "R"):
        let both = data.split(separator: 0).map { name($0) }
        operations.append(.rename(from: both[0], to: both[1]))
      default: operations.append(.tell(String(decoding: data, as: UTF8.self)))
      }
    }
    self.operations = operations
  }

  private static func number<N: FixedWidthInteger>(_ head: Data, _ at: Int, as type: N.Type) -> N {
    head.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: N.self) }
  }

  /// After how many operations the user had been told for sure that it is done; for a program that
  /// says nothing, all of them.
  func acknowledged(_ isDone: (String) -> Bool) -> Int {
    for (index, operation) in operations.enumerated() {
      if case .tell(let text) = operation, isDone(text) { return index + 1 }
    }
    return operations.count
  }
}
