/// The equations between parties that all pay what they have: what each pays is its assets and its
/// part of what the others pay.
///
/// They are solved by taking out one party after another, whose payments go to its creditors in the
/// shares they have without it. That way nothing is ever subtracted, so each share keeps nearly
/// all its digits, however little leaves the circle: the elimination of W. Grassmann, M. Taksar, D.
/// Heyman (1985), Regenerative analysis and steady state distributions for Markov chains, which A.
/// Alfa, J. Xue, Q. Ye (2002) carry over to such equations.
struct DefaulterSystem {
  private var assets: [Double]
  /// What each owes to parties that pay in full.
  private var outside: [Double]
  /// What each owes each: `claims[debtor * count + creditor]`.
  private var claims: [Double]
  private let count: Int

  init(assets: [Double]) {
    self.assets = assets
    count = assets.count
    outside = Array(repeating: 0, count: count)
    claims = Array(repeating: 0, count: count * count)
  }

  mutating func addClaim(debtor: Int, creditor: Int, amount: Double) {
    claims[debtor * count + creditor] += amount
  }

  mutating func addOutsideClaim(debtor: Int, amount: Double) {
    outside[debtor] += amount
  }

  mutating func addAssets(of party: Int, amount: Double) {
    assets[party] += amount
  }

  /// The share of its debts that each pays, at most 1.
  mutating func solved() -> [Double] {
    var owed = [Double](repeating: 0, count: count)
    for party in 0..<count {
      owed[party] = ((party + 1)..<count).reduce(outside[party]) { sum, creditor in
        sum + claims[party * count + creditor]
      }
      takeOut(party, owed: owed[party])
    }
    var shares = [Double](repeating: 0, count: count)
    for party in (0..<count).reversed() {
      let paid = ((party + 1)..<count).reduce(assets[party]) { sum, debtor in
        sum + claims[debtor * count + party] * shares[debtor]
      }
      shares[party] = min(1, paid / owed[party])
    }
    return shares
  }

  /// Hands what a party has and owes on to those after it.
  private mutating func takeOut(_ party: Int, owed: Double) {
    for creditor in (party + 1)..<count {
      let share = claims[party * count + creditor] / owed
      guard share != 0 else { continue }
      assets[creditor] += assets[party] * share
      for debtor in (party + 1)..<count where debtor != creditor {
        claims[debtor * count + creditor] += claims[debtor * count + party] * share
      }
    }
    let share = outside[party] / owed
    for debtor in (party + 1)..<count {
      outside[debtor] += claims[debtor * count + party] * share
    }
  }
}
