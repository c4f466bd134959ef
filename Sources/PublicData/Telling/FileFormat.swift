/// What a file holds, as its beginning shows.
public enum FileFormat: String, Sendable, CaseIterable, CustomStringConvertible {
  /// Nothing, or nothing but blanks.
  case empty
  /// Something compressed with gzip.
  case gzip
  /// An Excel workbook (`.xlsx`).
  case workbook
  /// An old workbook (`.xls`), or one with a password.
  case oldWorkbook = "old workbook"
  /// A ZIP archive of other files.
  case zip
  /// A report of a fund on Form N-PORT.
  case nport = "Form N-PORT"
  /// Other XML.
  case xml = "XML"
  /// Figures of a company's filings.
  case companyFacts = "companyfacts"
  /// Other JSON: deal documents.
  case json = "JSON"
  /// GLEIF's level 1 data.
  case legalEntities = "LEI data, level 1"
  /// GLEIF's level 2 data.
  case legalEntityRelationships = "LEI data, level 2"
  /// The European Central Bank's reference rates.
  case referenceRates = "ECB reference rates"
  /// The fixings of a benchmark.
  case benchmarkFixings = "benchmark fixings"
  /// Another table: a deal sheet.
  case delimited = "delimited text"
  /// No text, and nothing that is known.
  case unknown

  /// The format as it is printed.
  public var description: String { rawValue }
}
