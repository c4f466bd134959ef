import ArgumentParser
import Intake
import Tabular

/// What is said of files that are read.
struct InputFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the text is encoded, where it does not say so itself: utf-8, utf-16le, utf-16be, "
        + "latin-1, windows-1252.", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "The worksheet of a workbook; else the first one that is shown.", valueName: "name"))
  var sheet: String?

  /// The same for who reads.
  func inputOptions() throws -> InputOptions {
    var options = InputOptions()
    options.worksheet = sheet
    guard let encoding else { return options }
    guard let found = TextEncoding(named: encoding) else {
      let names = TextEncoding.names.prefix(5).map(\.name).joined(separator: ", ")
      throw ValidationError("'\(encoding)' is no encoding that is read: \(names)")
    }
    options.encoding = found
    return options
  }
}
