internal import Tabular

extension JSONWriter {
  /// Writes a member with a text; nothing where there is none.
  mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    self.name(name)
    string(text)
  }

  /// Writes a member with a whole number.
  mutating func member(_ name: String, _ number: Int) {
    self.name(name)
    integer(Int64(number))
  }

  /// Writes a member with a list of texts.
  mutating func member(_ name: String, list: [String]) {
    self.name(name)
    beginArray()
    for text in list { string(text) }
    endArray()
  }
}
