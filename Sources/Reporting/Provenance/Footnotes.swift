internal import Ledger
internal import SQLite

/// The sources that a page or a screen cites, numbered in the order in which it needs them.
struct Footnotes {
  /// The sources, each once; its place, from 1, is its number.
  private(set) var sources: [CitedSource] = []
  private var numbers: [String: Int] = [:]
  private var known: [String: [Int]] = [:]

  /// The numbers of the sources behind a record.
  ///
  /// - Throws: `SQLiteError`.
  mutating func numbers(of key: String, in connection: borrowing Connection) throws -> [Int] {
    if let found = known[key] { return found }
    let cited = try CitedSources(of: [key], limit: Self.most, in: connection)
    let found = cited.listed.map { number(of: $0) }
    known[key] = found
    return found
  }

  /// The number of one source.
  mutating func number(of source: CitedSource) -> Int {
    if let number = numbers[source.key] { return number }
    sources.append(source)
    numbers[source.key] = sources.count
    return sources.count
  }

  /// The most numbers that stand behind one record: the first are those it rests on.
  private static let most = 6
}
