internal import Markup

/// An identifier that is neither CUSIP, ISIN nor ticker.
public struct NPortIdentifier: Hashable, Sendable {
  /// What the fund says that it is (`otherDesc`).
  public let description: String?
  /// The identifier.
  public let value: String

  init?(_ element: XMLElement) {
    guard element.name == "other",
      let value = element.attribute("value").flatMap({ GivenText.identifier($0) })
    else { return nil }
    self.value = value
    description = element.attribute("otherDesc").flatMap { GivenText.given($0) }
  }
}
