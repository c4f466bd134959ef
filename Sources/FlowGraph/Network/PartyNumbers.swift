/// The place of each party in a sorted list.
struct PartyNumbers {
  private let numbers: [String: Int]

  init(_ parties: [String]) {
    numbers = Dictionary(uniqueKeysWithValues: parties.enumerated().map { ($1, $0) })
  }

  /// The number of a party that the list is known to hold.
  subscript(party: String) -> Int {
    guard let number = numbers[party] else { preconditionFailure("\(party) is not in the list") }
    return number
  }

  func find(_ party: String) -> Int? { numbers[party] }
}
