import Tabular

/// What a column of a table of the trade holds, as a draft of rules puts it.
enum TradeColumn: Equatable {
  /// A column of deal sheets.
  case sheet(SheetColumn)
  /// A coupon or a spread with its benchmark, in one cell.
  case rate
  /// Names of parties in a role.
  case parties(role: String)
}

/// Headers that lists of banks, agencies and newspapers use, beside the names of deal sheets, which
/// mean one thing alone: these are guesses that a person looks at.
enum TradeHeaders {
  static let names: [(TradeColumn, String)] = [
    (.sheet(.issuer), "company|obligor|debtor|name of borrower|kreditnehmer|darlehensnehmer"),
    (.sheet(.issuer), "schuldner|bolag|gäldenär|kredittagare"),
    (.sheet(.dealName), "transaction|project|projekt|transaktion"),
    (.sheet(.tranche), "facility|facility name|loan name|fazilität|kreditfazilität"),
    (.sheet(.tranche), "facilitet|lån|wertpapier|värdepapper"),
    (.sheet(.instrument), "facility type|loan type|debt type|asset type|product|security type"),
    (.sheet(.instrument), "art|kreditart|produkt|lånetyp|slag"),
    (.sheet(.seniority), "lien|besicherung"),
    (.sheet(.currency), "cur|curr|währung"),
    (.sheet(.amount), "volume|facility amount|facility size|deal size|total|principal"),
    (.sheet(.amount), "principal amount|face amount|notional|betrag|volumen|nennbetrag|summe"),
    (.sheet(.amount), "lånebelopp|volym|nominellt belopp"),
    (.sheet(.lenderAmount), "commitments|hold|final hold|take|zusage|andel i belopp"),
    (.sheet(.couponPercent), "cpn|coupon rate|fixed rate|kupon|kupongränta|festzins"),
    (.sheet(.spreadBasisPoints), "credit spread|credit margin|marge|kreditmarge|kreditspread"),
    (.rate, "pricing|rate|interest|interest rate|price terms|all in rate|konditionen|zinssatz"),
    (.rate, "verzinsung|zins|prissättning|räntesats|räntevillkor"),
    (.sheet(.benchmark), "base rate|referenzzins|referenzzinssatz|basiszins"),
    (.sheet(.floorPercent), "floor rate|zinsuntergrenze|räntegolv"),
    (.sheet(.issuePricePercent), "oid|offer price|reoffer|ausgabekurs|emissionspreis"),
    (.sheet(.yieldPercent), "ytm|yield to maturity|rendite|avkastning"),
    (.sheet(.maturesOn), "maturity date|final maturity|due date|fälligkeit|fällig|endfälligkeit"),
    (.sheet(.maturesOn), "förfallodatum|slutförfall"),
    (.sheet(.tenorYears), "tenure|term|laufzeit|laufzeit in jahren|löptid i år"),
    (.sheet(.announcedOn), "date|launch|launched|launch date|datum der ankündigung|angekündigt"),
    (.sheet(.announcedOn), "ankündigung|annonseringsdag"),
    (.sheet(.pricedOn), "price date|priced date|preisfestsetzung|prissättningsdag"),
    (.sheet(.signedOn), "sign date|signed date|unterzeichnet|unterzeichnung|avtalsdag|signerad"),
    (.sheet(.closedOn), "close|close date|closed date|financial close|settlement|settle date"),
    (.sheet(.closedOn), "settlement date|abschluss|abgeschlossen|stängd|tillträde"),
    (.sheet(.status), "stage|deal stage"),
    (.sheet(.country), "country of borrower|domicile|sitz|hemland|herkunftsland"),
    (.sheet(.sponsor), "owner|private equity sponsor|equity sponsor|ägare|eigentümer"),
    (.sheet(.tenant), "lessee|customer|mieter|kund"),
    (.sheet(.useOfProceeds), "use of funds|proceeds|verwendungszweck|zweck|användning"),
    (.sheet(.lender), "lenders|bank|banks|creditor|kreditgeber|gläubiger|banken|banker"),
    (.parties(role: "arranger"), "arranger|arrangers|mla|mlas|lead arranger|lead arrangers"),
    (.parties(role: "arranger"), "mandated lead arranger|mandated lead arrangers|arrangör"),
    (.parties(role: "arranger"), "arrangörer|arrangeur|arrangeure|konsortialführer"),
    (.parties(role: "bookrunner"), "bookrunner|bookrunners|book runner|jlb|jlbs"),
    (.parties(role: "agent"), "agent bank|administrative agent|admin agent|agent|agentbank"),
    (.parties(role: "holder"), "holder|fund|innehavare|fonds"),
    (.sheet(.notes), "remarks|remark|description|bemerkung|bemerkungen|anmerkung|noter|notis"),
    (.sheet(.sourceTitle), "quelle|headline|rubrik"),
    (.sheet(.sourceURL), "web|website|hyperlink|webbadress"),
    (.sheet(.sourcePublisher), "herausgeber|newspaper|tidning"),
    (.sheet(.sourceDate), "published|publication date|veröffentlicht|publiceringsdag"),
  ]

  private static let byKey: [String: TradeColumn] = {
    var columns: [String: TradeColumn] = [:]
    for (column, row) in names {
      for name in row.split(separator: "|") { columns[DelimitedHeader.key(String(name))] = column }
    }
    return columns
  }()

  private static let agencies: [(word: String, column: SheetColumn)] = [
    ("s&p", .spRating), ("standard & poor", .spRating), ("moody", .moodysRating),
    ("fitch", .fitchRating), ("dbrs", .dbrsRating),
  ]

  /// What a header means: by its name, also before a unit, and a rating by its agency.
  static func meaning(of header: String) -> TradeColumn? {
    if let column = SheetColumn.named(header) { return .sheet(column) }
    let lower = header.lowercased()
    let agency = agencies.filter { lower.contains($0.word) }
    if agency.count == 1 { return .sheet(agency[0].column) }
    let plain = String(header.prefix { $0 != "(" && $0 != "[" && $0 != "," })
    for name in [header, plain] where !name.isEmpty {
      if let column = SheetColumn.named(name) { return .sheet(column) }
      if let column = byKey[DelimitedHeader.key(name)] { return column }
    }
    return nil
  }

  /// The currency a header names, by its code or a sign; `$` is guessed to be the dollar of the
  /// United States.
  static func currency(in header: String) -> (code: String, isGuess: Bool)? {
    if let code = ScaleWords.currency(inHeader: header) { return (code, false) }
    guard
      let sign = CurrencySigns.all.first(where: {
        !$0.allSatisfy(\.isLetter) && header.contains($0)
      })
    else { return nil }
    let codes = CurrencySigns.codes(of: sign)
    if codes.count == 1 { return (codes[0], false) }
    return sign == "$" ? ("USD", true) : nil
  }
}
