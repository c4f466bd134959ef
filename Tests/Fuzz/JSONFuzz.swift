import Glibc
import Tabular

/// What libFuzzer calls with input after input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  told(JSONLaws.broken(by: Array(UnsafeBufferPointer(start: start, count: count))))
}
