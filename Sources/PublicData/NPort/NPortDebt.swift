public import Finance
internal import Markup

/// What Form N-PORT says of a holding that is debt (item C.9).
public struct NPortDebt: Hashable, Sendable {
  /// When it falls due (`maturityDt`).
  public let maturesOn: Day?
  /// `Fixed`, `Floating`, `Variable` or `None` (`couponKind`).
  public let couponKind: String?
  /// The rate a year in percent (`annualizedRt`).
  public let annualRatePercent: ExactDecimal?
  /// Whether it is in default (`isDefault`).
  public let isInDefault: Bool?
  /// Whether interest is in arrears or was deferred (`areIntrstPmntsInArrs`).
  public let isInterestInArrears: Bool?
  /// Whether interest may be paid in kind (`isPaidKind`).
  public let isPaidInKind: Bool?
  /// Whether it must be converted (`isMandatoryConvrtbl`); of convertibles only.
  public let isMandatoryConvertible: Bool?
  /// Whether it is converted when something happens (`isContngtConvrtbl`); of convertibles only.
  public let isContingentConvertible: Bool?

  /// Whether it is a convertible: the form asks two things of these alone.
  public var isConvertible: Bool {
    isMandatoryConvertible != nil || isContingentConvertible != nil
  }

  init(_ fields: inout ElementFields) {
    maturesOn = fields.day("maturityDt")
    couponKind = fields.element["couponKind"].map { GivenText.trimmed($0.text) }
    annualRatePercent = fields.decimal("annualizedRt")
    isInDefault = fields.flag("isDefault")
    isInterestInArrears = fields.flag("areIntrstPmntsInArrs")
    isPaidInKind = fields.flag("isPaidKind")
    isMandatoryConvertible = fields.flag("isMandatoryConvrtbl")
    isContingentConvertible = fields.flag("isContngtConvrtbl")
  }
}
