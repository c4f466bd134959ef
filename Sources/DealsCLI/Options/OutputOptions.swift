import ArgumentParser
import Ledger
import Reporting

/// How a result is written, and where to.
struct OutputOptions: ParsableArguments {
  @Option(help: "How the answer is written.")
  var format: OutputFormat = .table

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  /// Writes a result, but never over the ledger it came from.
  func write(_ result: ResultSet, from ledger: LedgerOptions) throws {
    if let output, FileKind.isSame(output, ledger.path) {
      throw FileProblem(
        path: output, problem: "is the ledger itself; name another file", status: .cannotCreate)
    }
    let text = format.text(of: result, width: output == nil ? Console.width : nil)
    if let output { try Files.write(text, to: output) } else { Console.result(text) }
  }
}
