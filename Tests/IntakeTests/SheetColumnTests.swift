import SQLite
import Tabular
import TestSupport
import Testing

@testable import Intake

/// By which headers a column is found.
@Suite(.temporaryDirectory) struct SheetColumnTests {
  /// How a header is written beside its own way.
  private static let spellings: [@Sendable (String) -> String] = [
    { $0 }, { $0.uppercased() }, { $0.replacing("_", with: " ") }, { $0.replacing("_", with: "-") },
    { "  \($0)\u{A0}" }, { $0.replacing("_", with: "  ") }, { "_\($0)_" },
  ]

  @Test(arguments: SheetColumn.allCases)
  func `each name of a column finds it, in any case and with any gaps`(column: SheetColumn) throws {
    for name in column.names {
      for spelling in Self.spellings {
        let layout = try Self.layout([spelling(name)])
        #expect(layout[column] == 0, "\(spelling(name))")
        #expect(layout.unknown.isEmpty, "\(spelling(name))")
      }
    }
  }

  @Test func `no name stands for two columns`() {
    let keys = SheetColumn.allCases.flatMap { column in
      Set(column.names.map(DelimitedHeader.key)).map { $0 }
    }
    #expect(Set(keys).count == keys.count)
  }

  @Test func `a column belongs to the deal, to the tranche, to the lender or to nobody`() {
    let deal = Set(SheetColumn.ofDeal)
    let tranche = Set(SheetColumn.ofTranche)
    let lender: Set<SheetColumn> = [.lender, .role, .lenderAmount, .sharePercent]
    #expect(deal.isDisjoint(with: tranche))
    #expect(deal.isDisjoint(with: lender) && tranche.isDisjoint(with: lender))
    #expect(deal.union(tranche).union(lender) == Set(SheetColumn.allCases).subtracting([.problem]))
  }

  @Test func `English and Swedish headers in any order of columns give the same ledger`() throws {
    let cells =
      "d;Notes;2025-11-03;Meta;US;prissatt;nej;på;Kapacitet;ord;A;obligation;senior;SEK;"
      + "1 250,50;6,5;250;STIBOR;0,5;99,5;6,7;2030;BB+;Ba1;Citibank;långivare;50,25;40\n"
    let english = """
      deal_id;deal_name;announced_on;issuer;issuer_country;status;private_label;balance_sheet;\
      use_of_proceeds;notes;tranche;instrument;seniority;currency;amount;coupon_pct;spread_bps;\
      benchmark;floor_pct;issue_price_pct;yield_pct;maturity_on;sp_rating;moodys_rating;lender;\
      role;commitment_amount;share_pct

      """
    let swedish = """
      Affärs-id;Affärens namn;Annonserad;LÅNTAGARE;Land;Läge;Privat kredit;Balansräkning;\
      Ändamål;Anmärkning;Tranch;Instrumenttyp;Rang;Valuta;Belopp;Kupong;Räntemarginal;\
      Referensränta;Golv;Emissionskurs;Effektiv ränta;Förfallodag;S&P;Moody's;Långivare;Roll;\
      Åtagande;Andel

      """
    let first = try SheetBench.ledger(with: english + cells)
    let second = try SheetBench.ledger(with: swedish + cells)
    #expect(try timeless(first) == timeless(second))
    #expect(
      try rows(
        """
        SELECT d.name, t.name, t.amount_minor, t.coupon_pct, t.benchmark, t.matures_until, p.name,
          q.amount_minor, q.share_pct
        FROM participation q JOIN tranche t ON t.id = q.tranche_id
        JOIN deal d ON d.id = t.deal_id JOIN party p ON p.id = q.party_id
        """, in: first)
        == ["Notes | A | 125050 | 6.5 | STIBOR | 2030-12-31 | Citibank | 5025 | 40.0"])
  }

  @Test func `a column that is not known is told and not read`() throws {
    var connection = try Workbench.make()
    let summary = try SheetBench.load(
      "issuer,Colour of the ink,instrument,Amount (USD)\nAlder,red,bond,5\n", &connection)
    #expect(summary.unknownColumns == ["Colour of the ink", "Amount (USD)"])
    #expect(try rows("SELECT amount_minor FROM tranche", in: connection) == ["NULL"])
  }

  @Test func `a comma at the end of each line makes no column`() throws {
    var connection = try Workbench.make()
    let summary = try SheetBench.load("issuer,instrument,\nAlder,bond,\n", &connection)
    #expect(summary.unknownColumns == [])
    #expect(summary.lines == 1)
  }

  /// The header line; what is said of it.
  @Test(arguments: [
    ("", "s.csv:1:1: the file has no header line (begin it with the names of its columns)"),
    (
      "deal_id,instrument",
      "s.csv:1:1: the header has no column for the issuer (call it one of “issuer”, “borrower”, "
        + "“låntagare”, “emittent”; or read the table as it is, with rules that "
        + "`deals rules example s.csv` drafts)"
    ),
    (
      "issuer,amount",
      "s.csv:1:1: the header has no column for the instrument (call it one of “instrument”, "
        + "“kind”, “type”, “instrumenttyp”, “typ”; or read the table as it is, with rules that "
        + "`deals rules example s.csv` drafts)"
    ),
    (
      "issuer,instrument,Issuer",
      "s.csv:1:19: the column “Issuer” stands twice in the header (first as “issuer” at s.csv:1:1)"
    ),
    (
      "issuer,låntagare,instrument",
      "s.csv:1:8: the columns “issuer” and “låntagare” mean the same (remove one or rename it)"
    ),
    ("issuer,,instrument", "s.csv:1:8: a column has no name"),
  ])
  func `a header that cannot be read refuses the sheet`(header: String, problem: String) throws {
    #expect(try SheetBench.problems(header + "\n") == [problem])
  }

  private static func layout(_ names: [String]) throws -> SheetLayout {
    let text = Array(names.map(SheetBench.quoted).joined(separator: ",").utf8)
    var isGiven = false
    var reader = DelimitedReader(name: "s.csv") { output in
      if isGiven { return }
      isGiven = true
      for byte in text { output.append(byte) }
    }
    return SheetLayout(try reader.readHeader(), file: "s.csv")
  }
}
