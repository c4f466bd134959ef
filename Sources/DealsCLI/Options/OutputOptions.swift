import ArgumentParser
import Ledger
import Reporting

/// How a result is written, and where to.
struct OutputOptions: ParsableArguments {
  @Option(help: "table, csv or json.")
  var format: OutputFormat = .table

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  func write(_ result: ResultSet) throws {
    let text = format.text(of: result, width: output == nil ? Console.width : nil)
    if let output { try Files.write(text, to: output) } else { Console.result(text) }
  }
}
