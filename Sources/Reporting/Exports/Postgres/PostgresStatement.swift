/// A statement written for SQLite, put so that PostgreSQL means the same by it, with the functions
/// of `Seeds/postgres/functions.sql` before its own.
struct PostgresStatement {
  private var tokens: [SQLToken]

  /// - Parameter parameters: what is put in the place of each parameter, by its name.
  init(_ sql: String, parameters: [String: String] = [:]) {
    tokens = SQLToken.read(sql)
    while let last = tokens.last, last.isSilent || last.text == ";" { tokens.removeLast() }
    replaceEach(parameters: parameters)
    joinOrCross()
    writeTexts()
    placeNulls()
  }

  var text: String { tokens.text }

  /// What is replaced word by word: types, `IS` between values, numbers with a point, parameters.
  private mutating func replaceEach(parameters: [String: String]) {
    for (index, token) in tokens.enumerated() {
      switch (token.kind, token.keyword) {
      case (.word, "INTEGER"), (.word, "REAL"), (.word, "DOUBLE"):
        guard tokens.keyword(at: tokens.last(before: index)) == "AS" else { continue }
        tokens[index].text = token.keyword == "INTEGER" ? "bigint" : "double precision"
      case (.word, "IS"): replaceIs(at: index)
      // Of a number with a point SQLite makes one of 64 bits, PostgreSQL a decimal one.
      case (.number, let number) where number.contains { !("0"..."9").contains($0) }:
        tokens[index].text = "CAST(\(number) AS double precision)"
      // Whole numbers have 64 bits in SQLite; what is multiplied by a large one needs them.
      case (.number, let number) where number.count > 4:
        tokens[index].text = "CAST(\(number) AS bigint)"
      case (.parameter, let name):
        tokens[index].text = parameters[String(name.dropFirst())] ?? "NULL"
      default: continue
      }
    }
  }

  private mutating func replaceIs(at index: Int) {
    let constants: Set = ["NULL", "TRUE", "FALSE", "DISTINCT"]
    guard let next = tokens.next(after: index) else { return }
    if tokens[next].keyword != "NOT" {
      if !constants.contains(tokens[next].keyword) {
        tokens[index].text = "IS NOT DISTINCT FROM"
      }
    } else if !constants.contains(tokens.keyword(at: tokens.next(after: next))) {
      tokens[index].text = "IS DISTINCT FROM"
      tokens[next].text = ""
    }
  }

  /// SQLite takes a condition after any join, PostgreSQL after all but `CROSS JOIN`.
  private mutating func joinOrCross() {
    for index in tokens.indices where tokens[index].keyword == "JOIN" {
      let before = tokens.last(before: index)
      let isCross = tokens.keyword(at: before) == "CROSS"
      switch (hasCondition(from: index), isCross) {
      case (true, true): before.map { tokens[$0].text = "" }
      case (false, false): tokens[index].text = "CROSS JOIN"
      default: continue
      }
    }
  }

  private func hasCondition(from join: Int) -> Bool {
    let ends: Set = [
      "JOIN", "LEFT", "CROSS", "INNER", "WHERE", "GROUP", "ORDER", "UNION", "LIMIT", "INTERSECT",
      "EXCEPT", "WINDOW", "HAVING", ",",
    ]
    var depth = 0
    for token in tokens[(join + 1)...] {
      switch token.text {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if depth < 0 { return false }
      guard depth == 0 else { continue }
      if token.keyword == "ON" || token.keyword == "USING" { return true }
      if ends.contains(token.keyword) { return false }
    }
    return false
  }

  /// `CAST(x AS TEXT)` writes numbers as SQLite does.
  private mutating func writeTexts() {
    var open: [Int] = []
    for index in tokens.indices {
      if tokens[index].text == "(" { open.append(index) }
      guard tokens[index].text == ")", let begin = open.popLast(),
        let cast = tokens.last(before: begin), tokens[cast].keyword == "CAST",
        let type = tokens.last(before: index), tokens[type].keyword == "TEXT",
        let word = tokens.last(before: type), tokens[word].keyword == "AS",
        // A constant by itself has no type to tell how it is written.
        tokens[(begin + 1)..<word].count(where: { !$0.isSilent }) > 1
      else { continue }
      tokens[cast].text = "ledger_sqlite.text_of"
      tokens[word].text = ""
      tokens[type].text = ""
    }
  }

  /// SQLite has NULL before all other values, PostgreSQL after them.
  private mutating func placeNulls() {
    var lists: [(depth: Int, isDescending: Bool, isTold: Bool)] = []
    var depth = 0
    var result: [SQLToken] = []
    func close() {
      let list = lists.removeLast()
      guard !list.isTold else { return }
      let end = result.lastIndex { !$0.isSilent && !$0.text.isEmpty } ?? 0
      result.insert(
        .word(list.isDescending ? " NULLS LAST" : " NULLS FIRST"), at: end + 1)
    }
    for (index, token) in tokens.enumerated() {
      if token.text == "(" { depth += 1 }
      if let list = lists.last, list.depth == depth {
        switch token.keyword {
        case "DESC": lists[lists.count - 1].isDescending = true
        case "NULLS": lists[lists.count - 1].isTold = true
        case ",":
          close()
          lists.append((depth, false, false))
        case ")", "LIMIT", "ROWS", "RANGE", "GROUPS": close()
        default: break
        }
      }
      if token.text == ")" { depth -= 1 }
      result.append(token)
      if token.keyword == "BY", tokens.keyword(at: tokens.last(before: index)) == "ORDER" {
        lists.append((depth, false, false))
      }
    }
    while !lists.isEmpty { close() }
    tokens = result
  }
}
