import Finance
import Testing

@Suite struct StageTests {
  private static let states: [(Evidence, Binding, Funding, Stage?)] = [
    (.rumoured, .definitive, .drawn, nil),
    (.reported, .nonBinding, .unknown, .announced), (.filed, .conditional, .drawn, .announced),
    (.reported, .definitive, .unknown, .binding), (.filed, .definitive, .none, .binding),
    (.companyAnnounced, .definitive, .committed, .binding),
    (.filed, .definitive, .partlyDrawn, .outstanding), (.filed, .definitive, .drawn, .outstanding),
    (.filed, .definitive, .repaid, .funded), (.filed, .lapsed, .none, nil),
    (.filed, .terminated, .drawn, nil),
  ]

  @Test(arguments: states)
  func `the deepest stage follows from the three axes`(
    evidence: Evidence, binding: Binding, funding: Funding, stage: Stage?
  ) {
    #expect(Stage.deepest(evidence: evidence, binding: binding, funding: funding) == stage)
  }

  @Test func `the stages nest`() {
    #expect(Stage.outstanding.reaches(.announced))
    #expect(Stage.funded.reaches(.binding))
    #expect(!Stage.funded.reaches(.outstanding))
    #expect(!Stage.announced.reaches(.binding))
  }

  @Test func `the codes are those of the documents`() {
    #expect(
      Evidence.allCases.map(\.rawValue) == ["rumoured", "reported", "company_announced", "filed"])
    #expect(
      Binding.allCases.map(\.rawValue)
        == ["non_binding", "conditional", "definitive", "lapsed", "terminated"])
    #expect(
      Funding.allCases.map(\.rawValue)
        == ["unknown", "none", "committed", "partly_drawn", "drawn", "repaid"])
    #expect(
      Stage.allCases.map(\.rawValue) == ["announced", "binding", "funded", "outstanding"])
  }
}
