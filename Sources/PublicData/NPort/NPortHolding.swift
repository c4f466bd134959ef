public import Finance
internal import Markup
public import Tabular

/// One investment of a fund, as Form N-PORT tells it (part C).
///
/// `N/A` and placeholders such as the CUSIP `000000000` are `nil`. Identifiers are as they stand;
/// whether their check digits are right is for who uses them.
public struct NPortHolding: Hashable, Sendable {
  /// The issuer (`name`).
  public let issuer: String?
  /// The issuer's LEI (`lei`).
  public let lei: String?
  /// The issue or what else it is (`title`).
  public let title: String?
  /// The CUSIP (`cusip`).
  public let cusip: String?
  /// The ISIN (`identifiers/isin`).
  public let isin: String?
  /// The ticker (`identifiers/ticker`).
  public let ticker: String?
  /// Further identifiers, with what each is said to be (`identifiers/other`).
  public let otherIdentifiers: [NPortIdentifier]
  /// How much is held, in `units` (`balance`).
  public let balance: ExactDecimal?
  /// `PA` principal amount, `NS` shares, `NC` contracts, `OU` other (`units`).
  public let units: String?
  /// What other units are (`descOthUnits`).
  public let unitsDescription: String?
  /// The currency in which it is denominated (`curCd`).
  public let currency: String?
  /// Units of that currency for a US dollar (`exchangeRt`).
  public let exchangeRate: ExactDecimal?
  /// The value in US dollars (`valUSD`).
  public let valueUSD: ExactDecimal?
  /// The value in percent of net assets (`pctVal`).
  public let percentOfNetAssets: ExactDecimal?
  /// `Long` or `Short` (`payoffProfile`).
  public let payoffProfile: String?
  /// The kind of asset, as `DBT`, `LON`, `EC` (`assetCat`).
  public let assetCategory: String?
  /// What an asset of the category `OTHER` is.
  public let assetDescription: String?
  /// The kind of issuer, as `CORP`, `MUN` (`issuerCat`).
  public let issuerCategory: String?
  /// What an issuer of the category `OTHER` is.
  public let issuerDescription: String?
  /// The country of the issuer, two letters (`invCountry`).
  public let country: String?
  /// The country of most risk, where it is another one (`invOthCountry`).
  public let riskCountry: String?
  /// Whether its resale is restricted (`isRestrictedSec`).
  public let isRestricted: Bool?
  /// The level of the fair value, 1 to 3 (`fairValLevel`); `nil` for what is not measured at it.
  public let fairValueLevel: Int?
  /// What is said of debt (`debtSec`).
  public let debt: NPortDebt?
  /// Where it begins in the file.
  public let position: SourcePosition

  init(_ element: XMLElement, problems: inout [SourceProblem]) {
    var fields = ElementFields(element)
    issuer = fields.text("name")
    lei = fields.identifier("lei")
    title = fields.text("title")
    cusip = fields.identifier("cusip")
    let identifiers = element["identifiers"]?.children ?? []
    func value(_ name: String) -> String? {
      identifiers.first { $0.name == name }?.attribute("value").flatMap(GivenText.identifier)
    }
    isin = value("isin")
    ticker = value("ticker")
    otherIdentifiers = identifiers.compactMap { NPortIdentifier($0) }
    balance = fields.decimal("balance")
    units = fields.text("units")
    unitsDescription = fields.text("descOthUnits")
    let currencyCondition = element["currencyConditional"]
    currency = fields.text("curCd") ?? currencyCondition?.given("curCd")
    exchangeRate = fields.decimal(currencyCondition, "exchangeRt")
    valueUSD = fields.decimal("valUSD")
    percentOfNetAssets = fields.decimal("pctVal")
    payoffProfile = fields.text("payoffProfile")
    let asset = element["assetConditional"]
    assetCategory = fields.text("assetCat") ?? asset?.given("assetCat")
    assetDescription = asset?.given("desc")
    let kind = element["issuerConditional"]
    issuerCategory = fields.text("issuerCat") ?? kind?.given("issuerCat")
    issuerDescription = kind?.given("desc")
    country = fields.text("invCountry")
    riskCountry = fields.text("invOthCountry")
    isRestricted = fields.flag("isRestrictedSec")
    fairValueLevel = fields.level("fairValLevel")
    if let section = element["debtSec"] {
      var section = ElementFields(section)
      debt = NPortDebt(&section)
      fields.problems += section.problems
    } else {
      debt = nil
    }
    position = element.position
    problems += fields.problems
  }
}

extension XMLElement {
  fileprivate func given(_ attribute: String) -> String? {
    self.attribute(attribute).flatMap { GivenText.given($0) }
  }
}

extension ElementFields {
  /// The number of an attribute.
  fileprivate mutating func decimal(_ element: XMLElement?, _ attribute: String) -> ExactDecimal? {
    guard let element, let text = element.given(attribute) else { return nil }
    do throws(ExactDecimalError) {
      return try ExactDecimal(ofXML: text)
    } catch {
      problems.append(element.problem("\(attribute) is “\(text)”, which is no number"))
      return nil
    }
  }

  /// A level of fair value.
  fileprivate mutating func level(_ name: String) -> Int? {
    guard let text = text(name), let child = element[name] else { return nil }
    if let level = Int(text), 1...3 ~= level { return level }
    problems.append(child.problem("\(name) is “\(text)”", hint: "expected 1, 2, 3 or N/A"))
    return nil
  }
}
