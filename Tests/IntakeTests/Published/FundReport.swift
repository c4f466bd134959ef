/// A report on Form N-PORT, written from its lines.
struct FundReport {
  var series = "Alder Bond Fund"
  var lei = "5493006TF05454RBY690"
  var seriesID = "S000012345"
  var day = "2026-03-31"
  var lines: [Line] = []

  /// A holding; what is empty is left out or `N/A`, as the form has it.
  struct Line {
    var issuer = "Birch Corp"
    var lei = "N/A"
    var title = "BIRCH 5 06/30/2031"
    var cusip = "000000000"
    var isin = ""
    var balance = "1000000"
    var units = "PA"
    var currency = "USD"
    var exchangeRate = ""
    var value = "990000.5"
    var percent = "1.25"
    var position = "Long"
    var asset = "DBT"
    var country = "US"
    var level = "2"
    var coupon = "5"
    var couponKind = "Fixed"
    var matures = "2031-06-30"
    var flags = "NNN"
    var isDebt = true

    var xml: String {
      let flags = flags.map(String.init)
      let currency =
        exchangeRate.isEmpty
        ? "<curCd>\(currency)</curCd>"
        : "<currencyConditional curCd=\"\(currency)\" exchangeRt=\"\(exchangeRate)\"/>"
      let debt =
        !isDebt
        ? ""
        : """
        <debtSec><maturityDt>\(matures)</maturityDt><couponKind>\(couponKind)</couponKind>
        <annualizedRt>\(coupon)</annualizedRt><isDefault>\(flags[0])</isDefault>
        <areIntrstPmntsInArrs>\(flags[1])</areIntrstPmntsInArrs>
        <isPaidKind>\(flags[2])</isPaidKind></debtSec>
        """
      return """
        <invstOrSec><name>\(issuer)</name><lei>\(lei)</lei><title>\(title)</title>
        <cusip>\(cusip)</cusip>
        <identifiers>\(isin.isEmpty ? "" : "<isin value=\"\(isin)\"/>")</identifiers>
        <balance>\(balance)</balance><units>\(units)</units>\(currency)
        <valUSD>\(value)</valUSD><pctVal>\(percent)</pctVal>
        <payoffProfile>\(position)</payoffProfile><assetCat>\(asset)</assetCat>
        <issuerCat>CORP</issuerCat><invCountry>\(country)</invCountry>
        <isRestrictedSec>N</isRestrictedSec><fairValLevel>\(level)</fairValLevel>
        \(debt)</invstOrSec>
        """
    }
  }

  var xml: String {
    """

    <?xml version="1.0" encoding="UTF-8"?>
    <edgarSubmission xmlns="http://www.sec.gov/edgar/nport">
    <headerData><submissionType>NPORT-P</submissionType></headerData>
    <formData><genInfo><regName>Alder Trust</regName><regCik>0000311101</regCik>
    <seriesName>\(series)</seriesName><seriesId>\(seriesID)</seriesId>
    <seriesLei>\(lei)</seriesLei><repPdEnd>2026-12-31</repPdEnd><repPdDate>\(day)</repPdDate>
    </genInfo><fundInfo><netAssets>79200040</netAssets></fundInfo><invstOrSecs>
    \(lines.map(\.xml).joined(separator: "\n"))
    </invstOrSecs></formData></edgarSubmission>

    """
  }

  /// A report of one holding.
  static func line(_ change: (inout Line) -> Void = { _ in }) -> String {
    var line = Line()
    change(&line)
    return FundReport(lines: [line]).xml
  }
}
