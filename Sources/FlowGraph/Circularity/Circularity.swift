/// How much of the money in a network goes round, at most (domain.md 6.9).
///
/// The index of M. Homs-Dones, R. MacKay, B. Sansom, Y. Zhou (2025), Circular directional flow
/// decomposition of networks (arXiv 2506.12546), in its solution of maximum circularity: every flow
/// w is split into a part c that goes round, so that each party gets as much of it as it gives, and
/// a rest; the c are chosen so that Σ c is as large as it can be, and the index is Σ c / Σ w. It
/// is 0 for a network without cycles and 1 for one made of nothing else.
///
/// Amounts of different duration (a purchase over five years, equity paid once) stand side by
/// side in it, and a contract's value is not a payment.
public struct Circularity: Sendable {
  /// The sum of all known amounts in US cents, Σ w.
  public let total: Int64
  /// The most of it that goes round, in US cents, Σ c. It is one number, whichever way the flows
  /// are split.
  public let circular: Int64
  /// How many flows have no amount. They are left out.
  public let unknown: Int
  /// The edges with a known amount, in the order of the network, each with the part that goes round
  /// in one of the best solutions. There can be others, which divide the same sum differently.
  public let legs: [CircularLeg]

  /// Σ c / Σ w, 0 to 1; `nil` when no money is known.
  public var index: Double? { total == 0 ? nil : Double(circular) / Double(total) }
}

/// An edge, and the part of it that goes round.
public struct CircularLeg: Hashable, Sendable {
  /// The party that gives.
  public let from: String
  /// The party that gets.
  public let to: String
  /// What is known of its amount, in US cents.
  public let amount: Int64
  /// The part that goes round, in US cents.
  public let circular: Int64
}

extension Circularity {
  /// A party, and how much of what passes through it goes round.
  public struct Party: Hashable, Sendable {
    /// Its key.
    public let key: String
    /// All it gives and gets, in US cents.
    public let total: Int64
    /// The part of both that goes round, in US cents, in the solution of `legs`.
    public let circular: Int64

    /// The part over the whole, 0 to 1; `nil` when the whole is zero.
    public var share: Double? { total == 0 ? nil : Double(circular) / Double(total) }
  }

  /// The parties by key. A flow counts for both its ends.
  public var parties: [Party] {
    var sums: [String: (total: Int64, circular: Int64)] = [:]
    for leg in legs {
      for key in [leg.from, leg.to] {
        sums[key, default: (0, 0)].total += leg.amount
        sums[key, default: (0, 0)].circular += leg.circular
      }
    }
    return sums.sorted { $0.key < $1.key }.map {
      Party(key: $0.key, total: $0.value.total, circular: $0.value.circular)
    }
  }
}
