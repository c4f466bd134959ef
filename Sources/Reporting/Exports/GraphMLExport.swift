internal import Ledger
public import SQLite
internal import Tabular

/// Who gives what to whom, as a graph for networkx, Gephi, igraph and yEd: parties are the nodes,
/// each flow is an edge of its own.
public enum GraphMLExport {
  /// Writes the document piece by piece. Parties without a flow are left out.
  ///
  /// - Returns: how many nodes and edges it has.
  /// - Throws: `SQLiteError`, and what `put` throws.
  public static func write(
    of connection: borrowing Connection, _ put: (String) throws -> Void
  ) throws -> (nodes: Int, edges: Int) {
    guard let parties = try DescribedObject("parties", in: connection),
      let flows = try DescribedObject("flows", in: connection)
    else { return (0, 0) }
    let nodes = GraphMLTable(parties, element: "node", hidden: ["party_key"])
    let edges = GraphMLTable(flows, element: "edge", hidden: ["flow_key", "from_key", "to_key"])
    let (from, to) = (edges.place(of: "from_key"), edges.place(of: "to_key"))

    try put(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="ledger" for="graph" attr.name="ledger" attr.type="string"/>
        <key id="as_of" for="graph" attr.name="as_of" attr.type="string"/>

      """)
    try put(nodes.keys + edges.keys)
    let hash = try LedgerHash.current(in: connection)?.description ?? ""
    let day = try LedgerClock.today(in: connection)
    try put("  <graph id=\"flows\" edgedefault=\"directed\">\n")
    try put("    <data key=\"ledger\">\(hash)</data>\n    <data key=\"as_of\">\(day)</data>\n")

    var named: Set<String> = []
    try StoredRows.forEach(of: "flows", in: connection) { row in
      for place in [from, to] { if case .text(let key) = row[place] { named.insert(key) } }
    }
    let key = nodes.place(of: "party_key")
    try StoredRows.forEach(of: "parties", in: connection) { row in
      guard case .text(let id) = row[key], named.contains(id) else { return }
      try put(nodes.element(row, attributes: [("id", row[key])]))
    }
    let flowKey = edges.place(of: "flow_key")
    var count = 0
    try StoredRows.forEach(of: "flows", in: connection) { row in
      try put(
        edges.element(
          row, attributes: [("id", row[flowKey]), ("source", row[from]), ("target", row[to])]))
      count += 1
    }
    try put("  </graph>\n</graphml>\n")
    return (named.count, count)
  }
}

/// A view whose rows are elements of a graph.
struct GraphMLTable {
  private let object: DescribedObject
  private let element: String
  private let hidden: Set<String>

  init(_ object: DescribedObject, element: String, hidden: Set<String>) {
    self.object = object
    self.element = element
    self.hidden = hidden
  }

  /// Which column of the row it is.
  func place(of column: String) -> Int {
    object.columns.firstIndex { $0.name == column } ?? 0
  }

  /// The declarations of the attributes, with what they mean.
  var keys: String {
    shown.map { _, column in
      let type =
        switch column.type {
        case .text, .date, .time: "string"
        case .integer: "long"
        case .number: "double"
        case .boolean: "boolean"
        }
      return """
          <key id="\(id(of: column))" for="\(element)" attr.name="\(column.name)" \
        attr.type="\(type)">
            <desc>\(XMLText.escaped(column.meaning))</desc>
          </key>

        """
    }.joined()
  }

  /// A row as an element; what is not known is left out.
  func element(_ row: [Value], attributes: [(name: String, value: Value)]) -> String {
    var text = "    <\(element)"
    for (name, value) in attributes {
      text += " \(name)=\"\(XMLText.escaped(MachineCell.text(value)))\""
    }
    text += ">\n"
    for (index, column) in shown where row[index] != .null {
      let value =
        column.type == .boolean
        ? row[index] == .integer(0) ? "false" : "true" : MachineCell.text(row[index])
      text += "      <data key=\"\(id(of: column))\">\(XMLText.escaped(value))</data>\n"
    }
    return text + "    </\(element)>\n"
  }

  private var shown: [(Int, DescribedObject.Column)] {
    object.columns.enumerated().filter { !hidden.contains($0.element.name) }
      .map { ($0.offset, $0.element) }
  }

  private func id(of column: DescribedObject.Column) -> String { "\(element).\(column.name)" }
}
