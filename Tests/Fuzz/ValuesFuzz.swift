import Finance
import Glibc

/// What libFuzzer calls with input after input: a byte for the kind of value, and its text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  told(ValueLaws.broken(by: Array(UnsafeBufferPointer(start: start, count: count))))
}
