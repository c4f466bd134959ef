internal import Charts

/// A part of the page: what it says in a sentence, its picture, and the table behind.
struct ReportSection {
  let part: ReportPart
  /// What it comes to.
  let lead: ReportText
  /// The picture; nil where there is none, or nothing to draw.
  var picture: (any Chart)?
  /// What the picture shows, for those who do not see it; what it counts, for those who do.
  var caption = ""
  /// The table behind it.
  let table: ReportTable
  /// The answers it is made of, with their definitions; the first is the table's.
  let answers: [ReportAnswer]
  /// What a reader has to know besides.
  var notes: [ReportText] = []
}
