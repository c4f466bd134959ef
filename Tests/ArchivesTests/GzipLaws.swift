import Archives

/// What holds of the reader of gzip for every input: the same comes of it in whichever pieces, and
/// no more than the limits allow.
enum GzipLaws {
  /// The laws that an input breaks.
  static func broken(by bytes: [UInt8], chunk: Int) -> [String] {
    let whole = outcome(bytes, chunk: .max, room: 4096)
    let pieces = outcome(bytes, chunk: chunk, room: chunk)
    var broken: [String] = []
    // What is given before a problem depends on the pieces.
    let isSame =
      whole.problem == "none"
      ? whole.text == pieces.text
      : whole.text.starts(with: pieces.text) || pieces.text.starts(with: whole.text)
    if !isSame { broken.append("pieces of \(chunk) become the same") }
    // Data that is damaged and also too much, or cut off as well, is told as either.
    let problems = [whole.problem, pieces.problem]
    let isEither =
      !problems.contains("none")
      && (problems.contains("too much") || problems.contains("the file ends too early"))
    if whole.problem != pieces.problem && !isEither {
      broken.append("pieces of \(chunk): \(pieces.problem), at once: \(whole.problem)")
    }
    // A step ends before the limit is looked at.
    if whole.text.count > 100_000 + 4096 { broken.append("no more than the limit comes of it") }
    return broken
  }

  private static func outcome(
    _ bytes: [UInt8], chunk: Int, room: Int
  ) -> (text: [UInt8], problem: String) {
    var limits = InflationLimits()
    limits.bytes = 100_000
    var next = 0
    let reader = GzipReader(name: "f", limits: limits) { output in
      let count = min(chunk, output.freeCapacity, bytes.count - next)
      for byte in bytes[next..<(next + count)] { output.append(byte, as: UInt8.self) }
      next += count
    }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
    defer { memory.deallocate() }
    var text: [UInt8] = []
    while true {
      var output = OutputRawSpan(buffer: memory, initializedCount: 0)
      do {
        try reader.read(into: &output)
      } catch let problem as ArchiveProblem {
        // How far it came when the limit was met depends on the pieces.
        let isLimit = problem.message.contains("more than")
        return (isLimit ? [] : text, isLimit ? "too much" : problem.message)
      } catch {
        return (text, "another error: \(error)")
      }
      let count = output.finalize(for: memory)
      if count == 0 { return (text, "none") }
      text += memory.prefix(count)
    }
  }
}
