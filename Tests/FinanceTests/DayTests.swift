import Finance
import Testing

@Test func `a day prints as it reads`() throws {
  #expect(try Day("2025-11-03").description == "2025-11-03")
}
