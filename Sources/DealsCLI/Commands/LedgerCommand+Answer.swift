import ArgumentParser
import Ledger
import Reporting

extension LedgerCommand {
  /// What the command has worked out, with the words it was asked in.
  ///
  /// - Parameters:
  ///   - title: what it is, where that is not the command's abstract.
  ///   - assumptions: what it rests on, in a sentence each.
  ///   - records: the keys of the records behind it, where its rows name none.
  static func answer(
    _ result: ResultSet, title: String? = nil, assumptions: [String] = [], records: [String] = []
  ) -> CommandAnswer {
    CommandAnswer(
      title: title ?? String(configuration.abstract.dropLast()),
      command: ShellWord.line(["deals"] + CommandLine.arguments.dropFirst()),
      result: result, assumptions: assumptions, records: records)
  }
}
