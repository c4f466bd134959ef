/// What a column of a deal sheet can hold, and the headers it goes by.
enum SheetColumn: Int, CaseIterable {
  case dealKey, dealName, announcedOn, pricedOn, signedOn, closedOn, issuer, country, status
  case evidence, binding, funding, market, privateLabel, balanceSheet, sponsor, tenant
  case useOfProceeds, quote, notes
  case sourceTitle, sourceURL, sourcePublisher, sourceDate, sourceGrade
  case tranche, instrument, seniority, currency, amount, couponPercent, spreadBasisPoints
  case spreadHighBasisPoints, benchmark, floorPercent, issuePricePercent, yieldPercent, maturesOn
  case tenorYears, spRating, moodysRating, fitchRating, dbrsRating, isin, cusip
  case lender, role, lenderAmount, sharePercent
  /// What was wrong with the line, in a sheet of rejects; not read.
  case problem

  /// The headers, in English and Swedish, without regard to case, blanks, hyphens and underscores.
  /// The first is the one the documentation uses.
  var names: [String] {
    switch self {
    case .dealKey: ["deal_id", "deal", "deal_key", "affär", "affärs-id"]
    case .dealName: ["deal_name", "affärens namn"]
    case .announcedOn: ["announced_on", "announced", "announcement date", "annonserad", "datum"]
    case .pricedOn: ["priced_on", "priced", "pricing date", "prissatt"]
    case .signedOn: ["signed_on", "signed", "signing date", "undertecknad"]
    case .closedOn: ["closed_on", "closed", "closing date", "settled_on", "slutförd", "likviddag"]
    case .issuer: ["issuer", "borrower", "låntagare", "emittent"]
    case .country: ["issuer_country", "country", "land"]
    case .status: ["status", "deal status", "läge"]
    case .evidence: ["evidence", "belägg"]
    case .binding: ["binding", "bindande"]
    case .funding: ["funding", "finansiering"]
    case .market: ["market", "marknad"]
    case .privateLabel: ["private_label", "private credit", "privat kredit"]
    case .balanceSheet: ["balance_sheet", "balansräkning"]
    case .sponsor: ["sponsor"]
    case .tenant: ["tenant", "offtaker", "hyresgäst"]
    case .useOfProceeds: ["use_of_proceeds", "purpose", "ändamål", "syfte"]
    case .quote: ["quote", "citat"]
    case .notes: ["notes", "comment", "comments", "anmärkning", "kommentar"]
    case .sourceTitle: ["source_title", "source", "källa", "källans titel"]
    case .sourceURL: ["source_url", "url", "link", "länk"]
    case .sourcePublisher: ["source_publisher", "publisher", "utgivare"]
    case .sourceDate: ["source_date", "source_published_on", "publicerad"]
    case .sourceGrade: ["source_grade", "källans grad"]
    case .tranche: ["tranche", "tranche name", "tranch", "trancher"]
    case .instrument: ["instrument", "kind", "type", "instrumenttyp", "typ"]
    case .seniority: ["seniority", "ranking", "rang"]
    case .currency: ["currency", "ccy", "valuta"]
    case .amount: ["amount", "tranche amount", "size", "belopp", "storlek"]
    case .couponPercent: ["coupon_pct", "coupon", "kupong", "ränta"]
    case .spreadBasisPoints: ["spread_bps", "spread", "margin", "marginal", "räntemarginal"]
    case .spreadHighBasisPoints: ["spread_bps_high", "spread high"]
    case .benchmark: ["benchmark", "reference rate", "referensränta", "basränta"]
    case .floorPercent: ["floor_pct", "floor", "golv"]
    case .issuePricePercent: ["issue_price_pct", "issue price", "emissionskurs"]
    case .yieldPercent: ["yield_pct", "yield", "effektiv ränta"]
    case .maturesOn: ["maturity_on", "maturity", "matures_on", "due", "förfaller", "förfallodag"]
    case .tenorYears: ["tenor_years", "tenor", "löptid"]
    case .spRating: ["sp_rating", "sp", "s&p", "s&p rating"]
    case .moodysRating: ["moodys_rating", "moodys", "moody's", "moody's rating"]
    case .fitchRating: ["fitch_rating", "fitch"]
    case .dbrsRating: ["dbrs_rating", "dbrs"]
    case .isin: ["isin"]
    case .cusip: ["cusip"]
    case .lender: ["lender", "långivare", "investor", "participant", "deltagare"]
    case .role: ["role", "lender role", "roll"]
    case .lenderAmount: ["commitment_amount", "commitment", "lender amount", "åtagande"]
    case .sharePercent: ["share_pct", "share", "andel"]
    case .problem: ["problem", "fel"]
    }
  }

  /// What all lines of one deal must say alike.
  static let ofDeal: [SheetColumn] = [
    .dealKey, .dealName, .announcedOn, .pricedOn, .signedOn, .closedOn, .issuer, .country,
    .status, .evidence, .binding, .funding, .balanceSheet, .sponsor, .tenant, .useOfProceeds,
    .quote, .notes, .sourceTitle, .sourceURL, .sourcePublisher,
    .sourceDate, .sourceGrade,
  ]

  /// What all lines of one tranche must say alike.
  static let ofTranche: [SheetColumn] = [
    .tranche, .instrument, .market, .privateLabel, .seniority, .currency, .amount, .couponPercent,
    .spreadBasisPoints, .spreadHighBasisPoints, .benchmark, .floorPercent, .issuePricePercent,
    .yieldPercent, .maturesOn, .tenorYears, .spRating, .moodysRating, .fitchRating, .dbrsRating,
    .isin, .cusip,
  ]
}
