import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A document that is a source.
  func mapSource(_ reader: ObjectReader) {
    var source = Source(key: reader.requiredKey("key"))
    source.kind = reader.requiredCode("source_kind", in: "source_kind")
    describe(&source, reader)
    source.notes = reader.text("notes")
    reader.finish()
    add(source, at: reader.value)
  }

  /// The keys of the sources a document cites, in its order. The first is the record's own.
  func citedSources(_ reader: ObjectReader) -> [String] {
    let cited = reader.list("sources")
    if cited.isEmpty {
      reader.refuse(nil, "cites no source", hint: "every record needs \"sources\": [{…}]")
    }
    return cited.map { citation in
      if let key = citation.string {
        let normal = RecordKey.normalised(key)
        needed.append(Needed(tables: ["source"], key: normal, place: citation))
        return normal
      }
      guard citation.members != nil else {
        reader.refuse(citation, "must be a source or the key of one, not \(citation.kind)")
        return ""
      }
      return mapCitation(self.reader(citation))
    }
  }

  /// A source described where it is cited. What an earlier mention said stays.
  private func mapCitation(_ reader: ObjectReader) -> String {
    var source = Source(key: "")
    describe(&source, reader)
    source.key = reader.key("key") ?? Self.sourceKey(url: source.url, title: source.title)
    source.kind = source.grade == "P" ? "filing" : source.grade == "A" ? "digest" : "news"
    reader.finish()
    if !batch.add(source, at: reader.value, fillingOnly: true) {
      batch.change(Source.self, source.key) { earlier in
        if earlier.grade == nil { earlier.grade = source.grade }
        if earlier.published.on == nil { earlier.published = source.published }
        if earlier.url == nil { earlier.url = source.url }
      }
    }
    return source.key
  }

  private func describe(_ source: inout Source, _ reader: ObjectReader) {
    source.title = reader.requiredText("title")
    source.publisher = reader.requiredText("publisher")
    source.url = reader.text("url")
    source.archiveURL = reader.text("archive_url")
    source.contentHash = hash(reader)
    source.licence = reader.text("licence")
    source.author = reader.text("author")
    source.published = reader.days("published_on")
    source.retrieved = reader.days("retrieved_on")
    source.language = reader.text("language")
    source.grade = reader.code("grade", in: "source_grade")
  }

  /// The hash of what was read, in the digits the ledger keeps it in.
  private func hash(_ reader: ObjectReader) -> String? {
    guard let hash = reader.text("content_hash")?.lowercased() else { return nil }
    guard hash.utf8.count == 64, hash.allSatisfy(\.isHexDigit) else {
      reader.refuse(
        reader.member("content_hash"), "'\(hash)' is not a SHA-256 of 64 hexadecimal digits",
        hint: "sha256sum FILE prints it")
      return nil
    }
    return hash
  }

  /// The host of the address and a short hash of the whole; without an address, of the title.
  static func sourceKey(url: String?, title: String) -> String {
    guard let url else { return RecordKey.normalised("untitled-\(ShortHash.of(title))") }
    let afterScheme = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
    var host = afterScheme.map(String.init) ?? url
    if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
    return RecordKey.normalised("\(host)/\(ShortHash.of(url))")
  }
}
