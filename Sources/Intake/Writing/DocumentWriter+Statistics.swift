import Finance
import Ledger
import SQLite

extension DocumentWriter {
  /// Statistics with their components. Of a statistic with only components selected the head is
  /// written too.
  mutating func writeStatistics(of database: borrowing some Database & ~Copyable) throws {
    var heads: [(Observation, Bool)] = []
    var components: [String: [(Observation, Bool)]] = [:]
    try Repository<Observation>().forEach(in: selection, of: database) { _, isNew, observation in
      if let parent = observation.parent {
        components[parent, default: []].append((observation, isNew))
      } else {
        heads.append((observation, isNew))
      }
    }
    let written = Set(heads.map(\.0.key))
    for key in components.keys.sorted() {
      // A component of a component stands inside it; what is left out on the way is looked up.
      guard let head = try Self.head(of: key, in: database) else { continue }
      if !written.contains(head.key), !heads.contains(where: { $0.0.key == head.key }) {
        heads.append((head, false))
      }
    }
    for (observation, isNew) in heads {
      let head = PartOwnerKey(Observation.table, observation.key)
      var claims: [DocumentPart] = []
      var document = DocumentObject()
      document.add("key", text: observation.key)
      document.add("metric", text: observation.metric)
      document.add(all: members(of: observation, isNew: isNew))
      document.add("notes", text: observation.notes)
      let inner = inside(observation.key, &components, &claims)
      document.add("components", list: inner)
      let own = self.claims.removeValue(forKey: head) ?? []
      document.add("claims", list: inside(own + claims, of: head))
      try write(document.closed(by: observation.origin), among: "statistics")
    }
  }

  private static func head(
    of key: String, in database: borrowing some Database & ~Copyable
  ) throws -> Observation? {
    var found = try Repository<Observation>().find(key, in: database)
    while let parent = found?.parent {
      found = try Repository<Observation>().find(parent, in: database)
    }
    return found
  }

  private mutating func inside(
    _ whole: String, _ components: inout [String: [(Observation, Bool)]],
    _ claims: inout [DocumentPart]
  ) -> [DocumentValue] {
    (components.removeValue(forKey: whole) ?? []).map { component, isNew in
      var object = DocumentObject()
      object.add("key", text: component.key)
      object.add("name", text: component.metric)
      object.add(all: members(of: component, isNew: isNew))
      object.add("note", text: component.notes)
      object.add("source", text: component.origin.source)
      object.add("locator", text: component.origin.locator)
      claims +=
        self.claims.removeValue(forKey: PartOwnerKey(Observation.table, component.key)) ?? []
      object.add("components", list: inside(component.key, &components, &claims))
      return .object(object)
    }
  }

  private func members(of observation: Observation, isNew: Bool) -> DocumentObject {
    var object = forms.statistic.of(observation, isNew: isNew, references)
    let figure = observation.figure
    object.add("value", Self.number(figure.value, figure.minor, figure))
    object.add("low", Self.number(figure.low, figure.lowMinor, figure))
    object.add("high", Self.number(figure.high, figure.highMinor, figure))
    if let words = observation.statedBy {
      if let party = observation.statedByParty {
        var both = DocumentObject()
        both.add("name", text: words)
        both.add("party", references.value(party))
        object.add("stated_by", .object(both))
      } else {
        object.add("stated_by", text: words)
      }
    }
    return object
  }

  /// A figure in its unit. Of billions the minor units give every digit.
  private static func number(
    _ value: Double?, _ minor: Int64?, _ figure: Observation.Figure
  ) -> DocumentValue? {
    if let minor, let code = figure.currency, let currency = Currency(code: code) {
      return .number(
        ExactDecimal(minorUnits: minor, exponent: currency.exponent + 9).description)
    }
    return value.map { .number(PlainText.number($0)) }
  }
}
