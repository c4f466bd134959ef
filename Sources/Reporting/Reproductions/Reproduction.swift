internal import Seeds

/// A published figure, and what to ask the ledger to rebuild it.
public struct Reproduction: Sendable, Equatable {
  /// What is asked.
  public enum Ask: Sendable, Equatable {
    /// A saved query with parameters, whose column is added up.
    case query(name: String, values: [String: String], column: String)
    /// A statement that yields one number in the unit of the figure.
    case sql(String)
  }

  /// The key of the statistic that states it.
  public let statement: String
  /// What is asked.
  public let ask: Ask
  /// Why the two are the same or are not.
  public let difference: String

  /// The reproductions that ship with the program, in order.
  ///
  /// - Throws: `ReproductionProblem` for a line that cannot be read.
  public static func shipped() throws -> [Reproduction] {
    let lines = (Seeds.text("reproductions.tsv") ?? "").split(separator: "\n").dropFirst()
    return try lines.map { try Reproduction(line: $0) }
  }

  private init(line: Substring) throws {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 4 else { throw ReproductionProblem("\(line): four cells are wanted") }
    statement = cells[0]
    difference = cells[3]
    let words = cells[1].split(separator: " ", maxSplits: 2).map(String.init)
    switch words.first {
    case "sql":
      ask = .sql(words.dropFirst().joined(separator: " "))
    case "query" where words.count > 1:
      var values: [String: String] = [:]
      for setting in words.count > 2 ? words[2].split(separator: "; ") : [] {
        let parts = setting.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else {
          throw ReproductionProblem("\(statement): '\(setting)' is no setting")
        }
        values[String(parts[0])] = String(parts[1])
      }
      ask = .query(name: words[1], values: values, column: cells[2])
    default: throw ReproductionProblem("\(statement): '\(cells[1])' asks nothing")
    }
  }

  /// The command that asks it, as it is typed.
  public var command: String {
    switch ask {
    case .sql(let sql): return "deals sql \"\(sql)\""
    case .query(let name, let values, _):
      let options = values.sorted { $0.key < $1.key }.map { name, value in
        let setting = "--set \(name)=\(value)"
        return value.contains(" ") ? "--set \"\(name)=\(value)\"" : setting
      }
      return (["deals query \(name)"] + options).joined(separator: " ")
    }
  }
}

/// A line of the reproductions that cannot be read or asked.
public struct ReproductionProblem: Error, Sendable, CustomStringConvertible {
  /// What the user reads.
  public let description: String

  init(_ description: String) { self.description = description }
}
