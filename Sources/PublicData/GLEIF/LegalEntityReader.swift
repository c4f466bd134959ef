internal import Finance
internal import Tabular

/// Reads GLEIF's level 1 data, the golden copy as CSV, entity by entity.
public final class LegalEntityReader {
  /// Lines that cannot be used, and values that could not be read.
  public var problems: ProblemLog { table.problems }

  private let table: PublishedTable
  private let lei: Int
  private let legalName: Int
  private let others: [NameColumns]
  private let columns: [String: Int]

  /// The columns of one further name.
  private struct NameColumns {
    let name: Int
    let kind: Int?
    let language: Int?
    let isTransliterated: Bool
  }

  private static let names = [
    "Entity.LegalName.xmllang", "Entity.LegalAddress.Country",
    "Entity.HeadquartersAddress.Country", "Entity.LegalJurisdiction", "Entity.EntityCategory",
    "Entity.EntityStatus", "Registration.RegistrationStatus", "Registration.LastUpdateDate",
    "Entity.SuccessorEntity.1.SuccessorLEI", "Entity.SuccessorEntity.SuccessorLEI",
  ]

  /// A reader of what `source` gives; reads the header.
  ///
  /// - Throws: `SourceProblem` when the columns are not there, or what the source throws.
  public init(name: String = "", source: @escaping (inout OutputRawSpan) throws -> Void) throws {
    let options = DelimitedOptions(dialect: .comma)
    table = try PublishedTable(name: name, options: options, source: source)
    let header = table.header
    guard let lei = header["LEI"], let legalName = header["Entity.LegalName"] else {
      throw header.missing("LEI and Entity.LegalName", in: name, problems: table.problems)
    }
    (self.lei, self.legalName) = (lei, legalName)
    columns = Dictionary(
      uniqueKeysWithValues: Self.names.compactMap { name in
        header[name].map { (name, $0) }
      })
    let stems = [
      ("Entity.OtherEntityNames.OtherEntityName", false),
      ("Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName", true),
    ]
    others = stems.flatMap { stem, isTransliterated in
      (1...20).compactMap { number in
        header["\(stem).\(number)"].map {
          NameColumns(
            name: $0, kind: header["\(stem).\(number).type"],
            language: header["\(stem).\(number).xmllang"], isTransliterated: isTransliterated)
        }
      }
    }
  }

  /// The next entity; `nil` at the end. A line without a sound LEI is told among the problems.
  ///
  /// - Throws: What the source throws.
  public func next() throws -> LegalEntity? {
    while try table.next() {
      guard let lei = table.identifier(.lei, lei), let name = table.text(legalName) else {
        if table.text(legalName) == nil { table.note("there is no legal name", of: legalName) }
        continue
      }
      return LegalEntity(
        lei: lei, legalName: name, language: text("Entity.LegalName.xmllang"),
        otherNames: otherNames, legalCountry: text("Entity.LegalAddress.Country"),
        headquartersCountry: text("Entity.HeadquartersAddress.Country"),
        jurisdiction: text("Entity.LegalJurisdiction"), category: text("Entity.EntityCategory"),
        status: text("Entity.EntityStatus"),
        registrationStatus: text("Registration.RegistrationStatus"),
        successorLEI: text("Entity.SuccessorEntity.1.SuccessorLEI")
          ?? text("Entity.SuccessorEntity.SuccessorLEI"),
        updatedOn: table.day(columns["Registration.LastUpdateDate"]), position: table.position)
    }
    return nil
  }

  private func text(_ name: String) -> String? { table.text(columns[name]) }

  private var otherNames: [LegalEntityName] {
    others.compactMap { other in
      table.text(other.name).map {
        LegalEntityName(
          name: $0, kind: table.text(other.kind), language: table.text(other.language),
          isTransliterated: other.isTransliterated)
      }
    }
  }
}
