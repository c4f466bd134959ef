import Ledger
import SQLite
import Tabular

extension SheetPass {
  /// The row number of the source a line names; where it names none, the sheet itself.
  mutating func source(
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
    if let row = try heldSource(key, in: transaction) { return row }
    var source = BulkSource()
    source.key = key
    source.kind = TextBytes("news")
    source.title = title.isEmpty ? url : title
    source.url = url
    let publisher = values.text(.sourcePublisher, record)
    source.publisher = !publisher.isEmpty ? publisher : made?.host ?? TextBytes("unknown")
    source.grade = values.code(.sourceGrade, in: "source_grade", [:], record)
    source.published = BulkDays(values.days(.sourceDate, record))
    return try add(source)
  }

  /// The sheet as the source of lines that name none.
  private mutating func sheetSource(in transaction: borrowing Transaction) throws -> Int64 {
    let name = options.name
    let key = keys.copy("sheet/\(DocumentMapper.sourceKey(url: nil, title: name).dropFirst(9))")
    if let row = try heldSource(key, in: transaction) { return row }
    var source = BulkSource()
    source.key = key
    source.kind = TextBytes("spreadsheet")
    source.title = values.texts.bytes(of: name)
    source.publisher = TextBytes("not published")
    return try add(source)
  }

  /// The row number of the source with a key, where this sheet or the ledger has it.
  private mutating func heldSource(
    _ key: TextBytes, in transaction: borrowing Transaction
  ) throws -> Int64? {
    let hash = DelimitedHash.of(key.span)
    if let row = sources[hash] { return Int64(row) }
    guard let row = try load.source(key, known, in: transaction) else { return nil }
    sources.set(hash, UInt32(clamping: row))
    return row
  }

  private mutating func add(_ source: BulkSource) throws -> Int64 {
    let row = try bulk.add(source)
    sources.set(DelimitedHash.of(source.key.span), UInt32(clamping: row))
    return row
  }
}
