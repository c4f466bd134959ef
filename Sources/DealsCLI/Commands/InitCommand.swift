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
      """.flowing)

  @OptionGroup var options: LedgerOptions

  @Option(help: "The records to begin with: all, article (the founding article's), none.")
  var seeds: Seeding.Choice = .all

  func execute() throws {
    guard FileKind(options.path) == .nothing else {
      throw LedgerError.exists(path: options.path)
    }
    let size = try Draft.database(at: options.path, make)
    options.tell(
      "\(options.path): a new ledger with \(size.deals) deals and \(size.contracts) contracts. "
        + "Next: deals status")
  }

  private func make(_ path: String) throws -> LedgerSize {
    var connection = try LedgerFile.create(path)
    _ = try Seeding.seed(seeds, command: "init --seeds \(seeds.rawValue)", into: &connection)
    return try LedgerSize(connection)
  }
}
