import Ledger
import Tabular

/// The documents of an import that are refused while others are taken.
struct DocumentRejects {
  private var documents: [(place: SourcePosition, rejected: RejectedDocument)] = []
  /// What they would have told.
  private(set) var refused = RefusedDocuments()

  var count: Int { documents.count }

  /// Them in the order of the input.
  var inOrder: [RejectedDocument] {
    documents.sorted { $0.place < $1.place }.map(\.rejected)
  }

  /// Puts a line aside that is no document.
  mutating func add(_ problem: SourceProblem, in input: SourceText) {
    let line = input.lineBytes(problem.position.line) ?? []
    let rejected = RejectedDocument(line: String(decoding: line, as: UTF8.self), problem: problem)
    documents.append((problem.position, rejected))
  }

  /// Puts the documents aside that problems are about.
  ///
  /// - Parameter batch: the records the documents made, of which those of the refused are noted.
  /// - Returns: the others.
  /// - Throws: `ImportRefused` where a problem is about none of them.
  mutating func take(
    _ problems: [SourceProblem], from all: [JSONValue], batch: Batch
  ) throws -> [JSONValue] {
    let places = DocumentPlaces(all)
    var byDocument: [Int: [SourceProblem]] = [:]
    for problem in problems {
      guard let index = places.index(of: problem.position) else {
        throw ImportRefused(problems: problems)
      }
      byDocument[index, default: []].append(problem)
    }
    for entry in batch.inOrder {
      guard let index = places.index(of: entry.place.position), byDocument[index] != nil else {
        continue
      }
      let place = all[index].position
      let isPartyDocument = all[index]["party_kind"] != nil
      switch entry.record {
      // A party that is only named is made by whoever names it next.
      case is Party where !isPartyDocument, is PartyNameRecord where !isPartyDocument: break
      case let name as PartyNameRecord: refused.add(partyNamed: name.name, at: place)
      default: refused.add(record: entry.record.key, at: place)
      }
    }
    for (index, problems) in byDocument {
      documents.append((all[index].position, RejectedDocument(all[index], problems: problems)))
    }
    return all.indices.filter { byDocument[$0] == nil }.map { all[$0] }
  }
}

/// Which document of an input a place lies in.
private struct DocumentPlaces {
  private let starts: [(place: SourcePosition, index: Int)]

  init(_ documents: [JSONValue]) {
    starts = documents.enumerated().map { ($0.element.position, $0.offset) }
      .sorted { $0.place < $1.place }
  }

  /// The document that begins last before the place, in the same file.
  func index(of place: SourcePosition) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    guard low > 0, starts[low - 1].place.file == place.file else { return nil }
    return starts[low - 1].index
  }
}
