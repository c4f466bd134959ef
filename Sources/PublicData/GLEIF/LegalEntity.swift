public import Finance
public import Tabular

/// A further name of a legal entity.
public struct LegalEntityName: Hashable, Sendable {
  /// The name.
  public let name: String
  /// What it is, as `TRADING_OR_OPERATING_NAME` or `PREVIOUS_LEGAL_NAME`.
  public let kind: String?
  /// Its language, as `en`.
  public let language: String?
  /// Whether it is written in Latin letters for one that is not (`TransliteratedOtherEntityName`).
  public let isTransliterated: Bool
}

/// A legal entity with its LEI: a line of GLEIF's level 1 data ("who is who"), in the words of the
/// LEI Common Data File format 3.1.
public struct LegalEntity: Hashable, Sendable {
  /// The LEI.
  public let lei: String
  /// The legal name.
  public let legalName: String
  /// The language of the legal name.
  public let language: String?
  /// Its other names.
  public let otherNames: [LegalEntityName]
  /// The country of the legal address, two letters.
  public let legalCountry: String?
  /// The country of the headquarters, two letters.
  public let headquartersCountry: String?
  /// The law it is under: a country, or a part of one as `US-DE`.
  public let jurisdiction: String?
  /// `GENERAL`, `FUND`, `BRANCH`, …
  public let category: String?
  /// `ACTIVE` or `INACTIVE`.
  public let status: String?
  /// `ISSUED`, `LAPSED`, `RETIRED`, `DUPLICATE`, …
  public let registrationStatus: String?
  /// The LEI of the entity that followed it.
  public let successorLEI: String?
  /// The day on which the record was last changed.
  public let updatedOn: Day?
  /// Where its line begins in the file.
  public let position: SourcePosition
}
