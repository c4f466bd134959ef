internal import Finance
internal import Tabular

extension PublishedTable {
  /// The day of a field; one that cannot be read is noted.
  func day(_ column: Int?) -> Day? {
    guard let column, let text = text(column) else { return nil }
    if let day = PublishedDay.read(text) { return day }
    note("“\(text)” is not a day", of: column, hint: "write it as 2025-11-03")
    return nil
  }

  /// The identifier of a field, its check digits right; one that is not is noted.
  func identifier(_ scheme: IdentifierScheme, _ column: Int) -> String? {
    do throws(IdentifierError) {
      return try Identifier(reader.record.text(column), scheme: scheme).value
    } catch {
      note("\(error)", of: column)
      return nil
    }
  }
}

extension DelimitedHeader {
  /// That a table is not the one expected; what is wrong with its header comes first.
  func missing(_ names: String, in file: String, problems: ProblemLog) -> SourceProblem {
    problems.first.first
      ?? SourceProblem(
        position: columns.first?.position ?? SourcePosition(file: file, line: 1, column: 1),
        message: "the header has no columns \(names)")
  }
}
