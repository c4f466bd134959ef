internal import Charts
public import Ledger

/// The answer to a saved query as a picture in a file of its own.
public enum QueryPicture {
  /// In CSS pixels.
  private static let width = 860.0
  /// The most sources that stand below a picture; the others are in its metadata.
  private static let mostSources = 4

  /// The whole file.
  ///
  /// - Parameter origin: where the answer comes from, where that is to be told.
  /// - Throws: `PictureProblem` for a question without a picture, and an answer with nothing to
  ///   draw.
  public static func text(
    of question: Question, _ result: ResultSet, origin: ResultOrigin?
  ) throws -> String {
    guard let query = question.query else {
      throw PictureProblem("a statement of your own has no picture")
    }
    guard query.chart != nil else {
      throw PictureProblem("\(query.name) has no picture: its header has no line '-- chart: …'")
    }
    guard let picture = QueryChart(of: query, result) else {
      throw PictureProblem("\(query.name): there is nothing to draw in this answer")
    }
    let file = PictureFile(
      title: query.title, subtitle: subtitle(picture, of: result, origin),
      sources: origin.map(sources) ?? [], metadata: origin?.json ?? "")
    return file.text(of: picture.chart, width: width)
  }

  /// How it was asked, what it rests on, and what is left out.
  private static func subtitle(
    _ picture: QueryChart, of result: ResultSet, _ origin: ResultOrigin?
  ) -> String {
    let asked = (origin?.parameters ?? []).compactMap { parameter in
      parameter.value.map { "\(ReportWords.plain(parameter.name)) \(ReportWords.plain($0))" }
    }
    let left = result.rows.count - picture.shown
    let parts = [
      asked.isEmpty ? nil : asked.joined(separator: ", "),
      result.coverage.map(CoverageLine.text),
      left > 0 ? "\(picture.shown) of \(result.rows.count) rows" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  private static func sources(_ origin: ResultOrigin) -> [String] {
    let listed = origin.sources.listed
    let more = max(0, listed.count - mostSources) + origin.sources.more
    return [origin.stamp.line] + listed.prefix(mostSources).map(\.line)
      + (more > 0 ? ["… and \(more) more"] : [])
  }
}

/// Why there is no picture.
public struct PictureProblem: Error, Sendable, CustomStringConvertible {
  /// What the user reads.
  public let description: String

  /// One in words, to which is added what can be done.
  public init(_ problem: String) {
    description =
      "\(problem); ask for another --format, or one of the queries with a picture, "
      + "such as junk-bond-share"
  }
}
