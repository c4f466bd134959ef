/// Who loses by whose failure, as a directed graph from holder to counterparty.
public struct ExposureNetwork: Sendable {
  /// The keys of all parties, sorted.
  public let parties: [String]
  /// One exposure for each ordered pair of parties, above zero, sorted by both.
  public let exposures: [Exposure]
  /// The exposures by number of party; edge `n` is `exposures[n]`.
  let edges: Adjacency
  let numbers: PartyNumbers

  /// A network of exposures; several of one party to another are added up.
  ///
  /// - Throws: `ExposureError` for an amount below zero, an exposure of a party to itself, and a
  ///   total that does not fit.
  public init(_ exposures: [Exposure]) throws(ExposureError) {
    var total: Int64 = 0
    for exposure in exposures {
      guard exposure.holder != exposure.counterparty else {
        throw .exposureToItself(exposure.holder)
      }
      guard exposure.amount >= 0 else {
        throw .negativeExposure(holder: exposure.holder, counterparty: exposure.counterparty)
      }
      let (sum, isOver) = total.addingReportingOverflow(exposure.amount)
      guard !isOver else { throw .totalTooLarge }
      total = sum
    }
    self.init(sound: exposures)
  }

  /// Takes exposures that are known to be sound.
  init(sound exposures: [Exposure]) {
    let parties = Set(exposures.flatMap { [$0.holder, $0.counterparty] }).sorted()
    let numbers = PartyNumbers(parties)
    let pairs = Dictionary(grouping: exposures) { [$0.holder, $0.counterparty] }
    self.exposures = pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap {
      let amount = $0.value.reduce(0) { $0 + $1.amount }
      return amount == 0
        ? nil : Exposure(holder: $0.key[0], counterparty: $0.key[1], amount: amount)
    }
    self.parties = parties
    self.numbers = numbers
    edges = Adjacency(
      count: parties.count,
      sorted: self.exposures.map { (numbers[$0.holder], numbers[$0.counterparty]) })
  }

  /// What a party stands to lose in all, in US cents.
  func total(of party: Int) -> Int64 {
    exposures[edges.edges(of: party)].reduce(0) { $0 + $1.amount }
  }
}
