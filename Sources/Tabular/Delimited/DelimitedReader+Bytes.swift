extension DelimitedReader {
  /// A reader of bytes that are in memory.
  public init(
    bytes: [UInt8], name: String = "", options: DelimitedOptions = DelimitedOptions()
  ) {
    var offset = 0
    self.init(name: name, options: options) { output in
      let end = min(bytes.count, offset + output.freeCapacity)
      while offset < end {
        output.append(bytes[offset])
        offset += 1
      }
    }
  }
}
