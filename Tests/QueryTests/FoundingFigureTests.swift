import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct FoundingFigureTests {
  private static let article = """
    {"key": "xpert-digital-2025-11-10", "source_kind": "article", "title": "An article",
     "publisher": "Xpert.Digital", "published_on": "2025-11-10", "grade": "S"}
    """

  @Test func `the article's own claims stand in order, and nobody else's`() throws {
    let ledger = try SmallLedger.open(
      Self.article,
      Document.deal(
        "article/meta-private-2025", "private_placement", "27",
        more: #"""
          "measure": "priced", "sources": ["xpert-digital-2025-11-10", "paper"], "claims": [
            {"attribute": "amount", "amount_low": 27e9, "amount_high": 29e9, "currency": "USD",
             "measure": "priced", "original": "27 to 29", "stance": "alternative", "source": 0},
            {"attribute": "amount", "amount": 26.5e9, "currency": "USD", "measure": "priced",
             "original": "nearly 27", "stance": "alternative", "source": 1},
            {"attribute": "amount", "amount": 27e9, "currency": "USD", "measure": "priced",
             "original": "27 billion", "stance": "preferred", "source": 0},
            {"attribute": "amount", "amount": 270e9, "currency": "USD", "measure": "priced",
             "original": "270", "stance": "rejected", "reason": "a slip", "source": 0}]
          """#),
      #"{"key": "article/openai-plan-1400bn", "metric": "Plan", "kind": "plan", "value": 1400, "#
        + #""unit": "bn", "currency": "USD", "sources": ["xpert-digital-2025-11-10"], "claims": "#
        + #"[{"attribute": "value", "value": 1400, "original": "1,4 biljoner", "#
        + #""stance": "preferred", "source": 0}]}"#)
    let rows = try Answer.rows(
      "founding-figures", "record stance statement original because", in: ledger)
    #expect(
      rows == """
        article/meta-private-2025 | preferred | 27 bn USD | 27 billion | –
        article/meta-private-2025 | alternative | 27 to 29 bn USD | 27 to 29 | –
        article/meta-private-2025 | rejected | 270 bn USD | 270 | a slip
        article/openai-plan-1400bn | preferred | 1400 bn USD | 1,4 biljoner | –
        """)
  }
}
