import Finance
import PublicData
import Tabular
import TestSupport
import Testing

@Suite struct LegalEntityTests {
  @Test func `level 1 tells who is who`() throws {
    let text = """
      "LEI","Entity.LegalName","Entity.LegalName.xmllang",\
      "Entity.OtherEntityNames.OtherEntityName.1",\
      "Entity.OtherEntityNames.OtherEntityName.1.xmllang",\
      "Entity.OtherEntityNames.OtherEntityName.1.type",\
      "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.1",\
      "Entity.LegalAddress.Country","Entity.HeadquartersAddress.Country",\
      "Entity.LegalJurisdiction",\
      "Entity.EntityCategory","Entity.EntityStatus","Registration.LastUpdateDate",\
      "Registration.RegistrationStatus"
      "5493006TF05454RBY690","Example, ""Series"" A","en","Old name","en",\
      "PREVIOUS_LEGAL_NAME","","US","SE","US-DE",\
      "FUND","ACTIVE","2024-01-23T10:11:12.345Z","ISSUED"
      "5493006TF05454RBY691","Wrong digits","en","","","","","US","US","US","GENERAL","NULL",\
      "","LAPSED"
      "5493006TF05454RBY690","","en","","","","","US","US","US","GENERAL","ACTIVE","","LAPSED"
      "5493006TF05454RBY690","Short"
      "549300S8YVGTJ1NMTW57","Другое","ru","","","","Drugoe","RU","RU","RU","GENERAL","NULL",\
      "23.1.2024","LAPSED"

      """
    let reader = try LegalEntityReader(name: "f", source: ByteSource.of(text, chunk: 50))
    let first = try #require(try reader.next())
    #expect(first.lei == "5493006TF05454RBY690")
    #expect(first.legalName == "Example, \"Series\" A")
    #expect(first.otherNames.map(\.name) == ["Old name"])
    #expect(first.otherNames.map(\.kind) == ["PREVIOUS_LEGAL_NAME"])
    #expect([first.legalCountry, first.headquartersCountry] == ["US", "SE"])
    #expect([first.jurisdiction, first.category] == ["US-DE", "FUND"])
    #expect([first.status, first.registrationStatus] == ["ACTIVE", "ISSUED"])
    #expect(first.updatedOn?.description == "2024-01-23")
    #expect(first.position.line == 2)
    let second = try #require(try reader.next())
    #expect(second.status == nil && second.updatedOn == nil)
    #expect(second.otherNames.map(\.isTransliterated) == [true])
    #expect(try reader.next() == nil)
    #expect(reader.problems.first.map(\.position.line) == [3, 4, 5, 6])
    #expect(reader.problems.first[1].message == "there is no legal name")
    #expect(reader.problems.first[3].hint == "write it as 2025-11-03")
  }

  @Test func `level 2 tells who owns whom`() throws {
    let text = """
      Relationship.StartNode.NodeID,Relationship.StartNode.NodeIDType,\
      Relationship.EndNode.NodeID,\
      Relationship.RelationshipType,Relationship.RelationshipStatus,\
      Relationship.Period.1.startDate,\
      Relationship.Period.1.endDate,Relationship.Period.1.periodType,\
      Relationship.Period.2.startDate,\
      Relationship.Period.2.endDate,Relationship.Period.2.periodType,\
      Registration.RegistrationStatus
      5493006TF05454RBY690,LEI,549300S8YVGTJ1NMTW57,IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE,\
      2020-01-01T00:00:00Z,2020-12-31,ACCOUNTING_PERIOD,2012-11-29,,RELATIONSHIP_PERIOD,PUBLISHED
      5493006TF05454RBY690,LEI,549300S8YVGTJ1NMTW5,IS_FUND-MANAGED_BY,ACTIVE,,,,,,,PUBLISHED
      5493006TF05454RBY690,LEI,549300S8YVGTJ1NMTW57,,ACTIVE,,,,,,,PUBLISHED

      """
    let reader = try LegalEntityRelationshipReader(name: "f", source: ByteSource.of(text))
    let first = try #require(try reader.next())
    #expect(first.startLEI == "5493006TF05454RBY690" && first.endLEI == "549300S8YVGTJ1NMTW57")
    #expect(first.kind == "IS_DIRECTLY_CONSOLIDATED_BY")
    // The period of the relationship, not of the accounts.
    #expect(first.startsOn?.description == "2012-11-29" && first.endsOn == nil)
    #expect(try reader.next() == nil)
    #expect(reader.problems.first.map(\.position.line) == [3, 4])
    #expect(reader.problems.first[1].message == "there is no type of relationship")
  }

  @Test func `another table is refused`() {
    let problem = #expect(throws: SourceProblem.self) {
      try LegalEntityReader(name: "f", source: ByteSource.of("deal,issuer\n1,2\n"))
    }
    #expect(problem?.description == "f:1:1: the header has no columns LEI and Entity.LegalName")
  }
}
