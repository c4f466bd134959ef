import Finance
import Ledger
import SQLite
import TestSupport
import Testing

/// Yields that issuers published, worked out anew from coupon, price and days.
@Suite struct PublishedYieldTests {
  @Test func `every published yield at issue comes out to a thousandth of a point`() throws {
    let ledger = try ShippedLedger.reading()
    let published = try ledger.query(
      """
      SELECT tranche_key, yield_pct FROM tranches
      WHERE yield_pct IS NOT NULL AND issue_price_pct IS NOT NULL AND coupon_pct IS NOT NULL
        AND settled_on = settled_until AND matures_on = matures_until
      """
    ) { (try $0(0, as: String.self), try $0(1, as: Double.self)) }
    #expect(published.count >= 9)
    for (key, published) in published {
      let terms = try PaymentTerms(StoredTerms(of: key, in: ledger))
      let value = try Valuation(
        terms.instrument.cashFlows(), settling: terms.instrument.schedule.start,
        by: terms.convention)
      let price = try #require(terms.stored.issuePricePercent)
      #expect(abs(try value.yield(cleanPrice: price) - published) < 0.001, "\(key)")
    }
  }
}
