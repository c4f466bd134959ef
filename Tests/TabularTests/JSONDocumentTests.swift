import Tabular
import Testing

@Test func `a value knows its place`() throws {
  let document = try JSONDocument("{\"a\": [1, 2.50]}")
  #expect(document.root["a"]?.elements?.last?.pointer == "/a/1")
}
