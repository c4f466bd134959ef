public import Finance
public import Tabular

/// A euro foreign exchange reference rate of the European Central Bank.
public struct ReferenceRate: Hashable, Sendable {
  /// The day it is of.
  public let day: Day
  /// The code of the currency.
  public let currency: String
  /// Units of the currency for one euro.
  public let unitsPerEuro: ExactDecimal
  /// Where it stands in the file.
  public let position: SourcePosition
}
