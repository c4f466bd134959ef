import Ledger
import Tabular
import Testing

@testable import Reporting

@Suite struct ExportTextTests {
  @Test(arguments: [
    ("a < b & c", "a &lt; b &amp; c"), ("\"quoted\"", "&quot;quoted&quot;"),
    ("two\nlines\tand\r", "two&#10;lines&#9;and&#13;"), ("bell\u{7}", "bell\u{FFFD}"),
    ("åäö 软银 🚀", "åäö 软银 🚀"), ("]]>", "]]&gt;"),
  ])
  func `text stands in XML as it is read again`(text: String, escaped: String) {
    #expect(XMLText.escaped(text) == escaped)
  }

  @Test func `an empty field of a form is no value`() throws {
    let query = try SavedQuery(
      name: "q", sql: "-- title: T\n-- definition: :x\n-- parameter: x text; X\nSELECT ':x', :x;")
    #expect(DatasetteQuery(query).sql.hasSuffix("SELECT ':x', nullif(:x, '');"))
    #expect(DatasetteQuery(query).sql.contains("-- definition: :x\n"))
  }

  @Test func `what views refer to are views with a key`() throws {
    let connection = try LedgerFile.inMemory()
    let views = try LedgerObjects.views(in: connection)
    #expect(ViewKeys.keyed.isSubset(of: views))
    for view in views {
      let object = try #require(try DescribedObject(view, in: connection))
      for column in object.columns {
        guard let target = ViewKeys.target(of: column.name, in: view) else { continue }
        #expect(ViewKeys.keyed.contains(target), "\(view).\(column.name)")
      }
      if ViewKeys.keyed.contains(view) { #expect(object.columns[0].name.hasSuffix("_key")) }
    }
  }
}
