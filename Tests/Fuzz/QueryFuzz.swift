import Glibc

@testable import Ledger

/// What libFuzzer calls with input after input: the text of a saved query.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  told(QueryLaws.broken(by: Array(UnsafeBufferPointer(start: start, count: count))))
}
