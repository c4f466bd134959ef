import Intake
import PublicData

/// Reads rules files.
enum RulesFile {
  /// The rules of a file.
  ///
  /// - Throws: `RulesRefused`, `InputRefused`, `FileProblem`.
  static func read(_ path: String) throws -> TableRules {
    let input = try InputFile(path).unpacked()
    if let refusal = input.refusal { throw refusal }
    return try RulesReader.read(input.text(InputOptions()))
  }
}
