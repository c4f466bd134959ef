internal import Tabular

extension FileFormat {
  /// Tells a format by the beginning of a file, whatever the file is called.
  ///
  /// - Parameter beginning: The first bytes; 4,096 are enough, and fewer are taken.
  public static func tell(_ beginning: some Collection<UInt8>) -> FileFormat {
    let bytes = Array(beginning.prefix(4096))
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWorkbook }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      let text = String(decoding: bytes, as: UTF8.self)
      let isOther = text.contains("word/") || text.contains("ppt/")
      return !isOther && (text.contains("[Content_Types].xml") || text.contains("xl/"))
        ? .workbook : .zip
    }
    let verdict = TextEncoding.tell(bytes, isWhole: bytes.count < 4096)
    let text = text(bytes, verdict.encoding)
    guard let first = text.first(where: { !$0.isWhitespace }) else { return .empty }
    if text.utf8.contains(0) { return .unknown }
    switch first {
    case "<":
      let isReport = text.contains("edgarSubmission") && text.contains("/edgar/nport")
      return isReport ? .nport : .xml
    case "{", "[":
      return text.contains("\"cik\"") && text.contains("\"facts\"") ? .companyFacts : .json
    default: return table(text)
    }
  }

  private static func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
    var isGiven = false
    var converter = UTF8Converter(encoding) { output in
      guard !isGiven else { return }
      isGiven = true
      for byte in bytes { output.append(byte, as: UInt8.self) }
    }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
    defer { room.deallocate() }
    var text: [UInt8] = []
    while true {
      var output = OutputRawSpan(buffer: room, initializedCount: 0)
      // The source throws nothing.
      do { try converter.read(into: &output) } catch { return "" }
      let count = output.finalize(for: room)
      if count == 0 { return String(decoding: text, as: UTF8.self) }
      text += room.prefix(count)
    }
  }

  /// Which table it is, by the names in its first line.
  private static func table(_ text: String) -> FileFormat {
    let line = text.split(maxSplits: 1, whereSeparator: \.isNewline).first ?? ""
    var names = line.split(omittingEmptySubsequences: false) { ",;\t|".contains($0) }.map { field in
      let trimmed = GivenText.trimmed(field)
      return trimmed.first == "\"" ? String(trimmed.dropFirst().dropLast()) : trimmed
    }
    if names.contains("Relationship.StartNode.NodeID") { return .legalEntityRelationships }
    if names.contains("LEI"), names.contains("Entity.LegalName") { return .legalEntities }
    if names.count > 1, names.last == "" { names.removeLast() }
    guard names.count > 1, names[0].lowercased().hasSuffix("date") else { return .delimited }
    let isCode: (String) -> Bool = { name in
      name.utf8.count == 3 && name.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }
    if names.contains("USD"), names.dropFirst().allSatisfy(isCode) { return .referenceRates }
    let isFixing = names.count == 2 && BenchmarkName(names[1]) != nil
    return isFixing ? .benchmarkFixings : .delimited
  }
}
