internal import Templates

/// A figure as it is read, with its one or two numbers.
struct ReportFigure {
  /// How numbers are written.
  enum Style {
    /// In billions of a currency.
    case money(String)
    case percent, count, basisPoints
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

  /// The same as plain text.
  var plain: String {
    guard let least = low.value else { return "unknown" }
    let most = high?.value.map(text)
    let numbers = most.map { $0 == text(least) ? $0 : "\(text(least))–\($0)" } ?? text(least)
    return unit.isEmpty ? numbers : "\(numbers) \(unit)"
  }

  private var unit: String {
    switch style {
    case .money(let currency): "bn \(currency)"
    case .percent: "%"
    case .count: ""
    case .basisPoints: "bp"
    }
  }

  private func text(_ number: Double) -> String {
    switch style {
    case .money: HumanNumber.fixed(number / 1e9, decimals: 1)
    case .percent: HumanNumber.fixed(number, decimals: 1)
    case .count, .basisPoints: HumanNumber.fixed(number, decimals: 0)
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
