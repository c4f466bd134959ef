import Ledger
import SQLite
import Tabular

extension SheetPass {
  /// The row number of the source a line names; where it names none, the sheet itself.
  func source(
    _ record: borrowing DelimitedRecord, in transaction: borrowing Transaction
  ) throws -> Int64 {
    let url = values.text(.sourceURL, record)
    let title = values.text(.sourceTitle, record)
    if url.isEmpty, title.isEmpty { return try sheetSource(in: transaction) }
    let made = url.isEmpty ? nil : keys.source(url)
    let key =
      made?.key
      ?? keys.copy(
        DocumentMapper.sourceKey(
          url: url.isEmpty ? nil : String(decoding: url, as: UTF8.self),
          title: String(decoding: title, as: UTF8.self)))
    let hash = DelimitedHash.of(key.span)
    if let row = sources[hash] { return row }
    if let row = try load.source(key, known, in: transaction) {
      sources.set(hash, row)
      return row
    }
    var source = BulkSource()
    source.key = key
    source.kind = values.texts.bytes(of: "news")
    source.title = title.isEmpty ? url : title
    source.url = url
    let publisher = values.text(.sourcePublisher, record)
    source.publisher = !publisher.isEmpty ? publisher : made?.host ?? values.texts.bytes(of: "unknown")
    source.published = days(values.days(.sourceDate, record))
    let row = try bulk.add(source)
    sources.set(hash, row)
    return row
  }

  /// The sheet as the source of lines that name none.
  private func sheetSource(in transaction: borrowing Transaction) throws -> Int64 {
    let name = options.name
    let key = keys.copy("sheet/\(DocumentMapper.sourceKey(url: nil, title: name).dropFirst(9))")
    let hash = DelimitedHash.of(key.span)
    if let row = sources[hash] { return row }
    if let row = try load.source(key, known, in: transaction) {
      sources.set(hash, row)
      return row
    }
    var source = BulkSource()
    source.key = key
    source.kind = values.texts.bytes(of: "spreadsheet")
    source.title = values.texts.bytes(of: name)
    source.publisher = values.texts.bytes(of: "not published")
    let row = try bulk.add(source)
    sources.set(hash, row)
    return row
  }
}
