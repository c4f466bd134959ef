import ArgumentParser
import Glibc
import Ledger

/// Who makes a run.
struct AuthorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who does this, for the log; else DEALS_AUTHOR, else nobody is named.", valueName: "name"))
  var author: String?

  /// A command as the log keeps it.
  func signed(_ words: String) -> RunCommand {
    RunCommand(words, author: author ?? getenv("DEALS_AUTHOR").map { String(cString: $0) })
  }
}
