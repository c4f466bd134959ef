/// The fields of one category's bars: where each begins and ends, and how it looks.
struct BarPieces {
  struct Piece {
    let from, to: Double
    let name: String
    let title: String
    /// How far within its lane it stands, as a part of the lane: nested bars are thinner.
    let inset: Double
  }

  /// By lane: bars beside each other have one each, others share one.
  let lanes: [[Piece]]

  init(_ chart: BarChart, category: Int) {
    var lanes: [[Piece]] = []
    var pale: [Piece] = []
    var (base, inset) = (0.0, 0.0)
    for series in chart.series {
      var pieces: [Piece] = []
      if let value = series.values[category] {
        let title = chart.title(series, category)
        let tone = series.tone.rawValue
        let name = chart.arrangement == .nested ? tone : "mark \(tone)"
        pieces.append(
          Piece(from: base, to: base + value.low, name: name, title: title, inset: inset))
        if value.end > value.low {
          pale.append(
            Piece(
              from: base + value.low, to: base + value.end, name: "range \(tone)", title: title,
              inset: inset))
        }
        if chart.arrangement == .stacked { base += value.low }
        if chart.arrangement == .nested { inset += 0.15 }
      }
      if chart.arrangement == .beside {
        lanes.append(pale + pieces)
        pale = []
      } else {
        lanes = [(lanes.first ?? []) + pieces]
      }
    }
    // What may come on top stands above all that is sure.
    if chart.arrangement == .stacked {
      for piece in pale {
        let length = piece.to - piece.from
        lanes[0].append(
          Piece(
            from: base, to: base + length, name: piece.name, title: piece.title,
            inset: piece.inset))
        base += length
      }
    } else if chart.arrangement == .nested {
      lanes[0] = pale + lanes[0]
    }
    self.lanes = lanes
  }
}
