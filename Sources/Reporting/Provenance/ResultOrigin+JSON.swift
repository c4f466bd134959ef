internal import Ledger
public import Tabular

extension ResultOrigin {
  /// As a JSON document, for a file beside the data.
  public var json: String {
    var writer = JSONWriter(style: .pretty)
    write(to: &writer)
    writer.newline()
    return writer.text
  }

  /// Writes it as one object. What is not known is left out.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("query", query)
    writer.member("command", command)
    writer.member("title", title)
    writer.member("definition", definition)
    writer.member("as_of", asOf)
    writer.member("asked_on", stamp.askedOn)
    writer.member("program", "deals \(stamp.programVersion)")
    writeLedger(to: &writer)
    writer.list("parameters", parameters) { parameter, writer in
      writer.member("name", parameter.name)
      writer.member("type", parameter.type)
      writer.member("value", parameter.value)
      writer.name("is_given")
      writer.boolean(parameter.isGiven)
      writer.member("help", parameter.help)
    }
    writer.name("rows")
    writer.integer(Int64(rows))
    if rowsLeftOut > 0 {
      writer.name("rows_left_out")
      writer.integer(Int64(rowsLeftOut))
    }
    writeCoverage(to: &writer)
    if !assumptions.isEmpty { writer.member("assumptions", list: assumptions) }
    writer.list("columns", columns) { column, writer in
      writer.member("name", column.name)
      writer.member("unit", column.unit)
      writer.member("meaning", column.meaning)
    }
    writeSources(to: &writer)
    writer.member("sql", sql)
    writer.endObject()
  }

  private func writeLedger(to writer: inout JSONWriter) {
    writer.name("ledger")
    writer.beginObject()
    writer.member("file", stamp.ledger)
    writer.member("hash", stamp.hash)
    if let run = stamp.run {
      writer.name("run")
      writer.integer(run)
    }
    writer.member("run_finished_at", stamp.runFinishedAt)
    writer.member("known_at", stamp.earlier.knownAt)
    writer.member("published_by", stamp.earlier.publishedBy)
    writer.endObject()
  }

  private func writeCoverage(to writer: inout JSONWriter) {
    guard let coverage else { return }
    let numbers = [
      coverage.rowsUsed, coverage.withoutAmount, coverage.unconverted, coverage.contradicted,
    ]
    writer.name("coverage")
    writer.beginObject()
    for (name, number) in zip(SavedQuery.coverageColumns, numbers) {
      writer.name(name)
      writer.integer(number)
    }
    writer.endObject()
  }

  private func writeSources(to writer: inout JSONWriter) {
    writer.list("sources", Array(sources.listed.enumerated())) { entry, writer in
      let source = entry.element
      writer.name("number")
      writer.integer(Int64(entry.offset + 1))
      writer.member("key", source.key)
      writer.member("title", source.title)
      writer.member("publisher", source.publisher)
      writer.member("url", source.url)
      writer.member("published_on", source.publishedOn)
      writer.member("published_until", source.publishedUntil)
      writer.member("retrieved_on", source.retrievedOn)
      writer.member("grade", source.grade)
    }
    writer.name("more_sources")
    writer.integer(Int64(sources.more))
    writer.name("names_more_records")
    writer.boolean(hasMoreRecords)
  }
}

extension JSONWriter {
  /// A member that is a list of objects.
  fileprivate mutating func list<T>(
    _ name: String, _ elements: [T], _ members: (T, inout JSONWriter) -> Void
  ) {
    self.name(name)
    beginArray()
    for element in elements {
      beginObject()
      members(element, &self)
      endObject()
    }
    endArray()
  }
}
