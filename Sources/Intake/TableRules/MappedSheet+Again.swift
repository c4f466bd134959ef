import Tabular

extension MappedSheet {
  /// Rows that were read already.
  static func again(_ documents: MappedDocuments) -> TableInput {
    var rest = documents.rows[...]
    let mapped = MappedSheet(documents.table) { rest.popFirst() }
    return input(mapped, documents.table)
  }
}
