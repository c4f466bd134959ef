/// One numbered step of the schema's history.
public struct Migration: Sendable, Equatable {
  /// Position in the history, from 1 without gaps; `PRAGMA user_version` of a ledger after it.
  public let version: Int
  /// The file's name without its ending, such as `0004-deals`.
  public let name: String
  /// The text that is run, and kept in the ledger word for word.
  public let sql: String
}

/// A view of the read contract with analysts, dropped and created again after the last step.
public struct ViewDefinition: Sendable, Equatable {
  /// The view's name, also the file's.
  public let name: String
  /// A `CREATE VIEW` statement, with its comment.
  public let sql: String
}

/// The schema this program knows: its history, its views, and the words that explain both.
public enum Migrations {
  /// Every step, in the order they are run.
  public static let all: [Migration] =
    embeddedFiles
    .filter { $0.path.hasSuffix(".sql") && !$0.path.contains("/") }
    .sorted { $0.path < $1.path }
    .enumerated()
    .map { index, file in
      Migration(version: index + 1, name: String(file.path.dropLast(4)), sql: file.text)
    }

  /// Every view, in an order in which each finds the views it reads.
  public static let views: [ViewDefinition] = ordered(
    embeddedFiles.filter { $0.path.hasPrefix("Views/") }
      .map { ViewDefinition(name: String($0.path.dropFirst(6).dropLast(4)), sql: $0.text) })

  /// The data dictionary as tab-separated text: object, column, unit, meaning, definition source.
  /// The object `*` explains a column of that name wherever it has no row of its own.
  public static let dictionary: String =
    embeddedFiles.first { $0.path == "dictionary.tsv" }?.text ?? ""

  /// Views after those they name, by name where that leaves a choice.
  static func ordered(_ views: [ViewDefinition]) -> [ViewDefinition] {
    let names = Set(views.map(\.name))
    var waiting = views.sorted { $0.name < $1.name }
      .map { (view: $0, reads: reads($0, of: names)) }
    var done: [ViewDefinition] = []
    while !waiting.isEmpty {
      guard let next = waiting.firstIndex(where: { $0.reads.isEmpty }) else {
        preconditionFailure("views read each other in a circle: \(waiting.map(\.view.name))")
      }
      let view = waiting.remove(at: next).view
      for place in waiting.indices { waiting[place].reads.remove(view.name) }
      done.append(view)
    }
    return done
  }

  /// Which of `names`, other than itself, a view reads. Bytes are looked at: every command does
  /// this, and characters would take it forty times as long.
  private static func reads(_ view: ViewDefinition, of names: Set<String>) -> Set<String> {
    let words = view.sql.utf8.split { !isOfWord($0) }
    var found: Set<String> = []
    for (before, word) in zip(words, words.dropFirst())
    where before.elementsEqual("FROM".utf8) || before.elementsEqual("JOIN".utf8) {
      let name = String(word) ?? ""
      if names.contains(name), name != view.name { found.insert(name) }
    }
    return found
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
