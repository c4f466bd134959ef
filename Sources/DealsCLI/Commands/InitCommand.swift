import ArgumentParser
import Intake
import Ledger
import SQLite

/// `deals init`
struct InitCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new ledger with reference data, shipped deals and saved queries.",
    discussion: """
      Example:
        deals init --seeds article --ledger article.sqlite
      """)

  @OptionGroup var options: LedgerOptions

  @Option(help: "The records to begin with: all, article (the founding article's), none.")
  var seeds: Seeding.Choice = .all

  func execute() throws {
    var connection = try LedgerFile.create(options.path)
    do {
      _ = try Seeding.seed(seeds, command: "init --seeds \(seeds.rawValue)", into: &connection)
    } catch {
      // A ledger without its beginnings is none.
      Files.remove(options.path)
      throw error
    }
    let deals = try connection.value("SELECT COUNT(*) FROM deal", as: Int.self) ?? 0
    let contracts = try connection.value("SELECT COUNT(*) FROM contract", as: Int.self) ?? 0
    options.tell(
      "\(options.path): a new ledger with \(deals) deals and \(contracts) contracts. "
        + "Next: deals status")
  }
}
