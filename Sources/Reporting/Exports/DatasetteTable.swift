internal import Ledger
internal import Tabular

/// A table or view as Datasette shows it. Tables behind the views are hidden, not withheld.
struct DatasetteTable {
  private let object: DescribedObject
  private let isView: Bool

  init(_ object: DescribedObject, isView: Bool) {
    self.object = object
    self.isView = isView
  }

  /// Tables a reader looks things up in.
  private static let shown: Set = ["code", "data_dictionary", "saved_query", "rating_grade"]

  /// By what a view is sorted at first, the largest or newest on top.
  private static let order: [String: String] = [
    "deals": "amount_usd", "tranches": "amount_usd", "commitments": "amount_usd",
    "contracts": "amount_usd", "flows": "amount_usd", "issuers": "outstanding_usd",
    "lenders": "committed_usd", "events": "occurred_on", "ratings": "acted_on",
    "sources": "published_on", "claims": "published_on", "observations": "stated_on",
    "exchange_rates": "published_on",
  ]

  /// Columns of codes by which the views read most are narrowed down.
  private static let facets: [String: [String]] = [
    "deals": ["kind", "market", "stage", "counted"],
    "tranches": ["instrument", "bucket", "stage", "currency"],
    "commitments": ["role", "party_kind", "is_bank"],
    "contracts": ["kind", "stage", "cancellable"], "flows": ["what", "stage", "contingent"],
    "issuers": ["kind", "country", "bucket"], "lenders": ["kind", "country"],
    "ratings": ["agency", "level", "kind"], "events": ["kind"],
    "observations": ["kind", "unit"], "claims": ["stance", "attribute", "source_grade"],
    "contradictions": ["is_resolved", "dispute_kind"], "sources": ["kind", "grade", "language"],
    "parties": ["kind", "country"],
  ]

  func write(to writer: inout JSONWriter) {
    writer.name(object.name)
    writer.beginObject()
    writer.member("description", object.meaning)
    if !isView, !Self.shown.contains(object.name) {
      writer.name("hidden")
      writer.boolean(true)
    }
    writer.member("sort_desc", known(Self.order[object.name].map { [$0] } ?? []).first)
    let facets = known(Self.facets[object.name] ?? [])
    if !facets.isEmpty { writer.member("facets", list: facets) }
    writer.name("columns")
    writer.beginObject()
    // Datasette's own units would write 27,000,000,000 as 27 Gdollars; the words do.
    for column in object.columns {
      writer.member(column.name, column.unit.map { "\(column.meaning) (\($0))" } ?? column.meaning)
    }
    writer.endObject()
    writer.endObject()
  }

  private func known(_ columns: [String]) -> [String] {
    columns.filter { name in object.columns.contains { $0.name == name } }
  }
}
