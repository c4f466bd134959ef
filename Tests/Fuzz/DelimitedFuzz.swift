import Glibc
import Tabular

/// What libFuzzer calls with input after input, steered by the branches that they reach.
///
/// The last byte of an input chooses how the others are read; a line feed, with which most files
/// end, chooses the usual way.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let choice = bytes.popLast().map { $0 ^ 0x0A } ?? 0
  var broken = DelimitedLaws.broken(
    by: bytes, options: options(choice), chunk: 1 + 9 * Int(choice >> 5))
  // Values are short; long ones would only repeat what short ones say.
  if bytes.count <= 40 { broken += DelimitedValueLaws.broken(by: bytes) }
  return told(broken)
}

/// How to read an input: with a dialect given or told, with the usual limits or small ones.
private func options(_ choice: UInt8) -> DelimitedOptions {
  let dialects: [DelimitedDialect?] = [
    nil, .comma, .bar, DelimitedDialect(delimiter: "\t", hasQuotes: false),
  ]
  var options = DelimitedOptions(dialect: dialects[Int(choice & 3)])
  options.acceptsShortRecords = choice & 4 != 0
  // Still more than an input has, and sooner made ready than the usual ones.
  options.limits.bufferBytes = 1024
  options.limits.columns = 500
  if choice & 8 != 0 {
    // Either of them is the first to be reached.
    options.limits.fieldBytes = choice & 16 == 0 ? 10 : 50
    options.limits.recordBytes = 40
    options.limits.columns = 4
  }
  return options
}
