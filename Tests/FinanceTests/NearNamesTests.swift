import Finance
import Testing

/// A name that is not known, and what is said may have been meant.
@Suite struct NearNamesTests {
  private static let known = [
    "issuer", "issuer_key", "amount_usd", "low_usd", "deals", "deal_links", "sql", "log",
  ]

  @Test(arguments: [
    ("isuer", ["issuer"]), ("ISSUER", ["issuer", "issuer_key"]), ("isseur", ["issuer"]),
    ("deal", ["deals", "deal_links"]), ("low", ["log", "low_usd"]),
    ("issuer_name", ["issuer", "issuer_key"]), ("amount_eur", ["amount_usd"]),
    ("sqk", ["sql"]), ("x", []), ("nothing_like_it", []), ("", []),
  ])
  func `what comes near is told, the nearest first`(name: String, near: [String]) {
    #expect(NearNames.of(name, among: Self.known) == near)
  }
}
