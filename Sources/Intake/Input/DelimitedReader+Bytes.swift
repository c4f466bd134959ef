import Tabular

extension DelimitedReader {
  /// Reads bytes that are in memory.
  init(name: String = "", options: DelimitedOptions, bytes: ArraySlice<UInt8>) {
    var rest = bytes
    self.init(name: name, options: options) { output in
      let count = min(output.freeCapacity, rest.count)
      for byte in rest.prefix(count) { output.append(byte, as: UInt8.self) }
      rest = rest.dropFirst(count)
    }
  }
}
