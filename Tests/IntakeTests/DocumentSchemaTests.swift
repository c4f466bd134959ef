import Foundation
import Ledger
import SQLite
import Seeds
import Tabular
import TestSupport
import Testing

@testable import Intake

/// The JSON Schema of deal documents says what the importer reads.
@Suite(.temporaryDirectory) struct DocumentSchemaTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let file = "Docs/deal-document.schema.json"

  @Test func `the file is what the program writes`() throws {
    try RepositoryFile.expect(DocumentSchema.text, at: Self.file)
  }

  @Test func `its codes are those of the lists`() throws {
    let ledger = try Workbench.make()
    let codes = try CodeLists(ledger)
    let lists = CodeWords.all(try #require(Seeds.text("reference/codes.tsv")))
    for (list, words) in lists {
      // Each way of writing a code is read as one, and each code may be written.
      let read = Set(words.compactMap { codes.code(for: $0, in: list) })
      #expect(read == Set(codes.all(in: list)), "\(list)")
      #expect(words.allSatisfy { codes.code(for: $0, in: list) != nil }, "\(list): \(words)")
    }
    let named = DocumentShapes.all.flatMap(\.members).flatMap { Self.lists(of: $0.form) }
    #expect(Set(named).subtracting(lists.keys) == [])
  }

  @Test func `its kinds are told by the same names in the same order`() {
    #expect(DocumentShapes.documents.map(\.telling) == DocumentKind.all.map(\.tellingName))
    #expect(Set(DocumentShapes.all.map(\.name)).count == DocumentShapes.all.count)
  }

  /// Every object of the shipped documents, of the same written out again, and of random ones is
  /// read by names the schema has, and the schema has no others.
  @Test func `its names are those that the importer asks for`() throws {
    let ledger = try ShippedLedger.reading()
    let problems = ProblemList()
    problems.asked = [:]
    var texts = ["reference", "article", "public-deals"].flatMap(Seeding.documents)
    texts.append(SourceText(try DocumentExportLaws.documents(of: ledger)))
    for seed in UInt64(0)..<20 {
      var sample = DocumentSample(seed: seed)
      let text = sample.text(40)
      texts.append(SourceText(text))
      texts.append(SourceText(text.replacing("}\n", with: ", \"verbatim\": true}\n")))
    }
    texts.append(SourceText(Self.rare))
    for text in texts {
      let mapper = try DocumentMapper(ledger, problems: problems)
      mapper.map(JSONRecords(text).compactMap { try? $0.get() })
    }
    let asked = try #require(problems.asked)
    var union: [String: Set<String>] = [:]
    for (way, names) in asked {
      let shape = try #require(Self.shape(at: way), "\(way)")
      let told = Set(shape.members.map(\.name)).union([
        DocumentMapper.verbatim, RejectedDocument.reasons, RejectedDocument.otherReasons,
      ])
      #expect(names.subtracting(told) == [], "\(way) of \(shape.name)")
      union[shape.name, default: []].formUnion(names)
    }
    for shape in DocumentShapes.all {
      let names = union[shape.name] ?? []
      #expect(Set(shape.members.map(\.name)).subtracting(names) == [], "\(shape.name)")
    }
  }

  /// Objects that are rare, each once.
  private static let rare = """
    {"finding": "sums", "subject": "s", "problem": "p", "because": "b"}
    {"party_kind": "bank", "key": "q", "name": "Q", "names": [{"name": "R"}], "identifiers": \
    [{"scheme": "lei", "value": "x"}], "links": [{"link": "successor", "party": {"key": "meta"}}], \
    "same_as": [{"party": "Meta"}], "sources": ["paper"], "verbatim": true}
    {"metric": "M", "key": "m", "kind": "actual", "stated_by": {"name": "N", "party": "Meta"}, \
    "components": [{"name": "c"}], "sources": ["paper"], "verbatim": true}
    {"attribute": "x", "on": "q", "stance": "supports", "source": "paper", "verbatim": true}
    {"issuer": "Meta", "key": "d9", "name": "D", "kind": "bond", "verbatim": true, "tranches": \
    [{"name": "T", "identifiers": [{"scheme": "isin", "value": "US0378331005"}]}], \
    "sources": [{"title": "T", "publisher": "P"}]}
    """

  /// The shape of the objects at a way into the documents of a kind.
  private static func shape(at way: String) -> DocumentShape? {
    let steps = way.split(separator: "/").map(String.init)
    var shape = DocumentShapes.documents.first { $0.telling == steps.first }
    for step in steps.dropFirst() {
      let inner = shape?.members.first { $0.name == step }?.form.shape
      shape = DocumentShapes.all.first { $0.name == inner }
    }
    return shape
  }

  private static func lists(of form: MemberForm) -> [String] {
    switch form {
    case .code(let list): [list]
    case .codes(let first, let second): [first, second]
    default: []
    }
  }

  /// A document; whether an independent validator accepts it.
  private static let planted: [(String, Bool)] = [
    (Workbench.deal(), true),
    (Workbench.deal("d", "\"colour\": 1"), false),
    (Workbench.deal("d", "\"kind\": \"bnd\""), false),
    (Workbench.deal("d", "\"name\": 7"), false),
    (Workbench.deal("d", "\"evidence\": null"), false),
    (Workbench.deal("d", "\"sources\": [7]"), false),
    (Workbench.deal("d", "\"amount\": \"12\""), false),
    (Workbench.deal("d", "\"announced_on\": \"soon\""), false),
    (Workbench.deal("d", "\"announced_on\": \"2025-Q3\""), true),
    (Workbench.deal("d", "\"tranches\": [{\"name\": \"A\", \"colour\": 1}]"), false),
    (Workbench.deal("d", "\"tranches\": [{}]"), false),
    (
      Workbench.deal("d", "\"tranches\": [{\"name\": \"A\", \"seniority\": \"Senior secured\"}]"),
      true
    ),
    (Workbench.deal("d", "\"sponsor\": {\"key\": \"meta\"}"), true),
    (Workbench.deal("d", "\"sponsor\": {\"name\": \"meta\"}"), false),
    (#"{"event": "drawn", "deal": "d", "sources": ["paper"]}"#, true),
    (#"{"event": "wedding", "deal": "d", "sources": ["paper"]}"#, false),
    (#"{"no": "kind"}"#, false),
    (#"{"finding": "sums", "subject": "s", "problem": ["x"], "because": "b"}"#, false),
  ]

  @Test func `an independent validator accepts what ships and what is written, and no mistake`()
    throws
  {
    let shipped = ["reference", "article", "public-deals"].flatMap(Seeding.documents)
    var lines = shipped.flatMap { text in
      JSONRecords(text).compactMap { try? $0.get().text() }
    }
    let written = try DocumentExportLaws.documents(of: try ShippedLedger.reading())
    lines += written.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("{\"rate\"") }
    var sample = DocumentSample(seed: 1)
    lines += sample.text(200).split(separator: "\n").map(String.init)
    lines += Self.planted.map(\.0)
    try TemporaryDirectory.write(lines.joined(separator: "\n"), to: "documents.jsonl")
    guard
      let told = try Shell.python3(
        Self.folder.appending(path: "validate.py"),
        RepositoryFile.url(Self.file).path(percentEncoded: false),
        TemporaryDirectory.file("documents.jsonl").path(percentEncoded: false))
    else { try Test.cancel("python3 is not installed") }
    if told == "no jsonschema\n" { try Test.cancel("python3-jsonschema is not installed") }
    let refused = Set(told.split(separator: "\n").compactMap { Int($0.prefix { $0 != ":" }) })
    let first = lines.count - Self.planted.count
    #expect(refused.filter { $0 < first } == [], "\(told.prefix(2000))")
    for (index, (document, isAccepted)) in Self.planted.enumerated() {
      #expect(!refused.contains(first + index) == isAccepted, "\(document)")
    }
  }
}
