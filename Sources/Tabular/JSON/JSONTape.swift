/// A parsed document: its text and the flat list of its values.
final class JSONTape: Sendable {
  let source: SourceText
  let nodes: [JSONNode]

  init(source: SourceText, nodes: [JSONNode]) {
    self.source = source
    self.nodes = nodes
  }

  /// The indexes of what a container directly holds; of an object its names and values in turn.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < Int(nodes[index].next) {
      children.append(child)
      child = Int(nodes[child].next)
    }
    return children
  }

  /// The text of a string entry, escapes resolved.
  func text(of index: Int) -> String {
    let node = nodes[index]
    let inner = source.bytes[(node.start + 1)..<(node.end - 1)]
    return node.hasEscapes
      ? String(decoding: JSONEscapes.resolved(inner), as: UTF8.self)
      : String(decoding: inner, as: UTF8.self)
  }

  /// Whether a string entry is exactly `text`, scalar for scalar.
  func isString(_ index: Int, equalTo text: String) -> Bool {
    let node = nodes[index]
    if node.hasEscapes { return self.text(of: index).utf8.elementsEqual(text.utf8) }
    let inner = (node.start + 1)..<(node.end - 1)
    return inner.count == text.utf8.count && source.bytes[inner].elementsEqual(text.utf8)
  }
}
