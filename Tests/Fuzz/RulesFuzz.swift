import Glibc
import Intake

/// What libFuzzer calls with input after input: a rules file, a byte 0, and a table.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  told(RulesLaws.broken(by: Array(UnsafeBufferPointer(start: start, count: count))))
}
