import Archives
import Glibc

/// What libFuzzer calls with input after input; the last byte chooses the pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let choice = bytes.popLast() ?? 0
  return told(GzipLaws.broken(by: bytes, chunk: 1 + Int(choice & 31)))
}
