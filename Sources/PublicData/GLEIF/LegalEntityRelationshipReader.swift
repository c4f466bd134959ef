internal import Finance
internal import Tabular

/// Reads GLEIF's level 2 data, the golden copy as CSV, relationship by relationship.
public final class LegalEntityRelationshipReader {
  /// Lines that cannot be used, and values that could not be read.
  public var problems: ProblemLog { table.problems }

  private let table: PublishedTable
  private let start: Int
  private let end: Int
  private let kind: Int
  private let status: Int?
  private let registrationStatus: Int?
  private let periods: [PeriodColumns]

  /// The columns of one period.
  private struct PeriodColumns {
    let start: Int
    let end: Int?
    let kind: Int?
  }

  /// A reader of what `source` gives; reads the header.
  ///
  /// - Throws: `SourceProblem` when the columns are not there, or what the source throws.
  public init(name: String = "", source: @escaping (inout OutputRawSpan) throws -> Void) throws {
    let options = DelimitedOptions(dialect: .comma)
    table = try PublishedTable(name: name, options: options, source: source)
    let header = table.header
    guard let start = header["Relationship.StartNode.NodeID"],
      let end = header["Relationship.EndNode.NodeID"],
      let kind = header["Relationship.RelationshipType"]
    else {
      throw header.missing(
        "Relationship.StartNode.NodeID, Relationship.EndNode.NodeID and "
          + "Relationship.RelationshipType", in: name, problems: table.problems)
    }
    (self.start, self.end, self.kind) = (start, end, kind)
    status = header["Relationship.RelationshipStatus"]
    registrationStatus = header["Registration.RegistrationStatus"]
    periods = (1...10).compactMap { number in
      header["Relationship.Period.\(number).startDate"].map {
        PeriodColumns(
          start: $0, end: header["Relationship.Period.\(number).endDate"],
          kind: header["Relationship.Period.\(number).periodType"])
      }
    }
  }

  /// The next relationship; `nil` at the end. A line without two sound LEIs is told among the
  /// problems.
  ///
  /// - Throws: What the source throws.
  public func next() throws -> LegalEntityRelationship? {
    while try table.next() {
      let (first, second) = (table.identifier(.lei, start), table.identifier(.lei, end))
      guard let first, let second else { continue }
      guard let kind = table.text(kind) else {
        table.note("there is no type of relationship", of: kind)
        continue
      }
      let period = periods.first {
        table.text($0.kind) ?? "RELATIONSHIP_PERIOD" == "RELATIONSHIP_PERIOD"
      }
      return LegalEntityRelationship(
        startLEI: first, endLEI: second, kind: kind, status: table.text(status),
        startsOn: table.day(period?.start), endsOn: table.day(period?.end),
        registrationStatus: table.text(registrationStatus), position: table.position)
    }
    return nil
  }
}
