internal import Ledger
internal import Tabular

/// A file of a data package: a view, and what is known of its file.
struct DataResource {
  let object: DescribedObject
  var rows = 0
  private var bytes = 0

  init(_ object: DescribedObject) { self.object = object }

  var path: String { "\(object.name).csv" }

  /// Takes the next piece of the file.
  mutating func take(_ text: String) {
    bytes += text.utf8.count
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", object.name)
    writer.member("path", path)
    writer.member("profile", "tabular-data-resource")
    writer.member("description", object.meaning)
    writer.member("format", "csv")
    writer.member("mediatype", "text/csv")
    writer.member("encoding", "utf-8")
    writer.member("bytes", bytes)
    writer.member("rows", rows)
    writer.name("dialect")
    writer.beginObject()
    writer.member("delimiter", ",")
    writer.member("lineTerminator", "\n")
    writer.member("quoteChar", "\"")
    writer.name("doubleQuote")
    writer.boolean(true)
    writer.endObject()
    writer.name("schema")
    DataSchema(object).write(to: &writer)
    writer.endObject()
  }
}

/// `datapackage.json`: what the files beside it are.
struct DataPackage {
  static let path = "datapackage.json"

  /// The day the views were read as of.
  let day: String
  /// The ledger's hash; nil before its first run.
  let ledger: String?
  let resources: [DataResource]

  var text: String {
    var writer = JSONWriter(style: .pretty)
    writer.beginObject()
    writer.member("profile", "tabular-data-package")
    writer.member("name", "deal-ledger")
    writer.member("title", ExportWords.title)
    writer.member("description", ExportWords.description)
    writer.member("created", "\(day)T00:00:00Z")
    writer.member("ledger", ledger)
    writer.name("licenses")
    writer.beginArray()
    writer.beginObject()
    writer.member("name", "Apache-2.0")
    writer.member("path", ExportWords.licenceAddress)
    writer.member("title", ExportWords.licence)
    writer.endObject()
    writer.endArray()
    writer.name("sources")
    writer.beginArray()
    writer.beginObject()
    writer.member("title", "The sources of the ledger, one a line")
    writer.member("path", "sources.csv")
    writer.endObject()
    writer.beginObject()
    writer.member("title", "European Central Bank, euro foreign exchange reference rates")
    writer.member("path", ExportWords.ratesAddress)
    writer.endObject()
    writer.endArray()
    writer.name("resources")
    writer.beginArray()
    for resource in resources { resource.write(to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.text
  }
}
