public import ArgumentParser
internal import Glibc
internal import Ledger

/// The command `deals`.
public struct DealsCommand: ParsableCommand {
  /// How the command line describes it.
  public static let configuration = CommandConfiguration(
    commandName: "deals",
    abstract: "A ledger of the AI credit boom: sourced, dated, counted once.",
    discussion: """
      Begin with `deals init`, then `deals status` and `deals query`. The ledger is one SQLite file,
      `deals.sqlite` here, or what --ledger or DEALS_LEDGER name; open it in any tool.
      """.flowing,
    version: LedgerVersion.current,
    subcommands: [
      InitCommand.self, StatusCommand.self, QueryCommand.self, ShowCommand.self, FindCommand.self,
      TraceCommand.self, ClaimCommand.self, ImportCommand.self, RulesCommand.self,
      ReadCommand.self, SQLCommand.self,
      CashFlowsCommand.self, YieldCommand.self, NetworkCommand.self,
      PartiesCommand.self, LogCommand.self, HistoryCommand.self, DiffCommand.self,
      UndoCommand.self, CheckCommand.self, ReportCommand.self, ExportCommand.self,
      BackupCommand.self, VerifyCommand.self, RefreshCommand.self, MigrateCommand.self,
    ])

  /// One that holds nothing yet.
  public init() {}

  /// Runs the command line. A file that may not grow is an error to tell, not a signal to die of.
  public static func start() {
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    if let problem = UnknownCommand(CommandLine.arguments) {
      Console.message("deals: \(problem)")
      Glibc.exit(ExitStatus.usage.rawValue)
    }
    main()
  }
}
