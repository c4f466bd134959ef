/// Puts the words of a rate together: its benchmark, its figures and what each of them is.
///
/// Every piece has its place; one in another place is an error, so that nothing is passed over.
struct RateParser {
  let text: String
  let items: [RateItem]
  var index = 0
  var parts: [RatePart] = []
  var benchmark: RateBenchmark?
  var form: RateForm?
  var termMonths: Int?
  var qualifier: Qualifier?
  /// Whether the spread comes on top of the benchmark or is taken off; `nil` when neither is said.
  var isOnTop: Bool?
  /// Whether the benchmark is written in one or two letters.
  var isAbbreviated = false
  var isFlat = false
  var isZero = false
  var isToggle = false
  private var isOpened = false
  private var expectsFloor = false
  /// Whether a plus, minus or “and” waits for what it joins.
  private var isJoining = false

  init(text: String, items: [RateItem]) {
    self.text = text
    self.items = items
  }

  func failure(_ message: String) -> ReadingError {
    ReadingError(text, message)
  }

  /// Reads all pieces.
  mutating func parse() throws(ReadingError) {
    while index < items.count {
      if !items[index].beginsFigure, case .word(let word) = items[index] {
        index += 1
        try take(word)
      } else {
        try takeFigure()
      }
    }
    guard !isJoining || isFlat else { throw failure("ends before what it is given over") }
    guard !expectsFloor else { throw failure("names a floor without its figure") }
    guard !isOpened else { throw failure("begins a range and has one figure") }
  }

  private mutating func take(_ word: RateWord) throws(ReadingError) {
    switch word {
    case .benchmark(let benchmark): try set(benchmark)
    case .abbreviation(let benchmark):
      try set(benchmark)
      isAbbreviated = true
    case .form(let form): self.form = form
    case .plus: try join(isOnTop: true)
    case .over, .under: try takeSide(isOver: word == .over)
    case .dash: try takeDash()
    case .and, .stroke:
      guard !parts.isEmpty, !isJoining else { throw failure("has a word in the wrong place") }
    case .opening:
      guard parts.isEmpty, !isOpened else { throw failure("has a word in the wrong place") }
      isOpened = true
    case .qualifier(let qualifier): try set(qualifier)
    case .floor: try takeFloor()
    case .flat: isFlat = true
    case .zero: isZero = true
    case .inKind, .cash: try setRole(word == .cash ? .cash : .inKind)
    case .toggle: isToggle = true
    case .filler: break
    case .unit, .term, .to, .fraction: throw failure("has a word in the wrong place")
    }
  }

  private mutating func set(_ new: RateBenchmark) throws(ReadingError) {
    if let benchmark, benchmark != new { throw failure("names two benchmarks") }
    // A second time it says whose floor it is.
    benchmark = new
    isJoining = false
  }

  private mutating func set(_ new: Qualifier) throws(ReadingError) {
    guard qualifier == nil || qualifier == new else {
      throw failure("says both \(qualifier?.rawValue ?? "") and \(new.rawValue)")
    }
    qualifier = new
  }

  private mutating func join(isOnTop: Bool) throws(ReadingError) {
    guard !isJoining else { throw failure("has two signs where one belongs") }
    guard benchmark != nil || !parts.isEmpty else { throw failure("names no benchmark") }
    if parts.isEmpty || benchmark == nil && !isOnTop { self.isOnTop = isOnTop }
    isJoining = true
  }

  /// “Over” joins a spread and its benchmark in either order; before both it is “more than”.
  private mutating func takeSide(isOver: Bool) throws(ReadingError) {
    if parts.isEmpty, benchmark == nil { return try set(isOver ? .atLeast : .upTo) }
    guard isOnTop == nil, !isJoining else { throw failure("has a word in the wrong place") }
    (isOnTop, isJoining) = (isOver, true)
  }

  /// A dash before a figure: taken off the benchmark, or a sign.
  private mutating func takeDash() throws(ReadingError) {
    guard index < items.count, items[index].beginsFigure else {
      throw failure("has a dash in the wrong place")
    }
    if benchmark != nil, parts.isEmpty, !isJoining { return try join(isOnTop: false) }
    guard parts.isEmpty, benchmark == nil else { throw failure("has a dash in the wrong place") }
    try takeFigure(isNegative: true)
  }

  /// A floor before its figure, or after it and the name of its benchmark.
  private mutating func takeFloor() throws(ReadingError) {
    guard let last = parts.indices.last, parts[last].role == .rate, parts.count > 1 || isFlat,
      !expectsFloor
    else {
      expectsFloor = true
      return
    }
    parts[last].role = .floor
  }

  private mutating func setRole(_ role: RatePart.Role) throws(ReadingError) {
    guard let last = parts.indices.last, parts[last].role == .rate else {
      throw failure("has a word of payment before its figure")
    }
    parts[last].role = role
  }

  /// A figure with its unit, or the term of a benchmark.
  private mutating func takeFigure(isNegative: Bool = false) throws(ReadingError) {
    if let months = try term() {
      guard termMonths == nil else { throw failure("names two terms") }
      termMonths = months
      return
    }
    var part = try figure(isNegative: isNegative, isOpened: isOpened)
    isOpened = false
    if expectsFloor {
      part.role = .floor
      expectsFloor = false
    } else if parts.isEmpty, benchmark != nil, isOnTop == nil, !isFlat {
      throw failure("has no plus between benchmark and spread")
    }
    isJoining = false
    parts.append(part)
  }
}
