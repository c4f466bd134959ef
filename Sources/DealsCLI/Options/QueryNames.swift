import Glibc
import Ledger
import SQLite

/// The names a shell completes, from the ledger that the words so far name.
enum QueryNames {
  /// Every saved query.
  @Sendable static func complete(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    names(words, isWanted: { _ in true }).filter { $0.hasPrefix(prefix) }
  }

  /// Those that can be removed.
  @Sendable static func completeOwn(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    names(words, isWanted: { $0 == "yours" }).filter { $0.hasPrefix(prefix) }
  }

  /// Nothing where there is no ledger: a shell shows no errors while one types.
  private static func names(_ words: [String], isWanted: (String) -> Bool) -> [String] {
    let path = path(in: words)
    guard FileKind(path) == .file else { return [] }
    do {
      let ledger = try LedgerFile.open(path, mode: .readOnly)
      return try SavedQueries.titles(in: ledger).filter { isWanted($0.origin) }.map(\.name)
    } catch {
      return []
    }
  }

  private static func path(in words: [String]) -> String {
    if let place = words.firstIndex(of: "--ledger"), words.indices.contains(place + 1) {
      return words[place + 1]
    }
    if let word = words.first(where: { $0.hasPrefix("--ledger=") }) {
      return String(word.dropFirst("--ledger=".count))
    }
    let named = getenv("DEALS_LEDGER").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "deals.sqlite" : named
  }
}
