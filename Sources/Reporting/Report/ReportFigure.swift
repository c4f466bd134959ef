internal import Templates

/// A figure as it is read, with its one or two numbers.
struct ReportFigure {
  /// How numbers are written.
  enum Style {
    /// In billions of a currency.
    case money(String)
    case percent, count
  }

  let low: ReportCell
  let high: ReportCell?
  let style: Style

  init(_ low: ReportCell, to high: ReportCell? = nil, _ style: Style) {
    self.low = low
    self.high = high
    self.style = style
  }

  /// Pieces for the template: numbers with where they come from, and the words between.
  var pieces: [TemplateValue] {
    guard let least = low.value else { return [.object(["words": .text("unknown")])] }
    var pieces = [piece(low, least)]
    if let high, let most = high.value, text(most) != text(least) {
      pieces += [.object(["words": .text("–")]), piece(high, most)]
    }
    if !unit.isEmpty { pieces.append(.object(["unit": .text("\u{A0}" + unit)])) }
    return pieces
  }

  private var unit: String {
    switch style {
    case .money(let currency): "bn \(currency)"
    case .percent: "%"
    case .count: ""
    }
  }

  private func text(_ number: Double) -> String {
    switch style {
    case .money: HumanNumber.fixed(number / 1e9, decimals: 1)
    case .percent: HumanNumber.fixed(number, decimals: 1)
    case .count: HumanNumber.fixed(number, decimals: 0)
    }
  }

  private func piece(_ cell: ReportCell, _ number: Double) -> TemplateValue {
    .object([
      "number": .object([
        "exact": .text(HumanNumber.plain(number)), "shown": .text(text(number)),
        "query": .text(cell.query), "column": .text(cell.column), "rule": .text(cell.rule),
        "making": .text(cell.making.rawValue),
      ])
    ])
  }
}

extension ReportAnswer {
  /// Money added up over rows, from the column `STEM_low` to `STEM_high`.
  func money(_ stem: String, where filters: [ReportCell.Filter] = []) -> ReportFigure {
    ReportFigure(
      ReportCell(self, "\(stem)_low", where: filters),
      to: ReportCell(self, "\(stem)_high", where: filters), .money(currency))
  }

  /// A share of one row, from the column `STEM_low_pct` to `STEM_high_pct`.
  func share(_ stem: String, where filters: [ReportCell.Filter]) -> ReportFigure {
    ReportFigure(
      ReportCell(self, "\(stem)_low_pct", where: filters),
      to: ReportCell(self, "\(stem)_high_pct", where: filters), .percent)
  }
}
