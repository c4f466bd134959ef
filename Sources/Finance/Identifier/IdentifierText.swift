/// Reads identifiers as people write them: with their name before them, in groups, in small
/// letters, an accession number without hyphens.
public enum IdentifierText {
  /// The reading of a text.
  ///
  /// Without a scheme the text may name it (`CUSIP 037833 10 0`); otherwise every scheme whose form
  /// and check digits fit is a reading. A CIK has no check digits: it needs its name, or ten digits
  /// with zeros before them.
  ///
  /// `scheme`: What it is known to be.
  ///
  /// - Throws: `ReadingError` for placeholders, for what has no scheme's form, for wrong check
  ///   digits except those of an LEI, and for what fits several schemes, then with all of them.
  public static func read(
    _ text: String, scheme: IdentifierScheme? = nil
  ) throws(ReadingError) -> IdentifierReading {
    let (label, rest) = label(of: text)
    guard label == nil || scheme == nil || label == scheme else {
      throw ReadingError(text, "says \(label?.name ?? ""), and is to be \(scheme?.name ?? "")")
    }
    if let scheme = scheme ?? label { return try read(rest, as: scheme, in: text) }
    return try readAny(rest, in: text)
  }

  private static func read(
    _ text: String, as scheme: IdentifierScheme, in whole: String
  ) throws(ReadingError) -> IdentifierReading {
    do throws(IdentifierError) {
      let value = try Identifier.validate(compact(text, scheme), as: scheme)
      return IdentifierReading(scheme: scheme, value: value, warning: nil)
    } catch {
      guard scheme == .lei, case .wrongCheckDigit = error else {
        throw ReadingError(whole, error.reason)
      }
      let value = compact(text, scheme).uppercased()
      return IdentifierReading(scheme: scheme, value: value, warning: error)
    }
  }

  private static func readAny(
    _ text: String, in whole: String
  ) throws(ReadingError) -> IdentifierReading {
    var readings: [IdentifierReading] = []
    var faults: [String] = []
    for scheme in IdentifierScheme.allCases {
      let bytes = Array(compact(text, scheme).uppercased().utf8)
      let isBareCIK = scheme == .cik && (bytes.count < 10 || bytes.first != UInt8(ascii: "0"))
      guard Identifier.hasForm(bytes[...], scheme), !isBareCIK else { continue }
      do throws(ReadingError) {
        readings.append(try read(text, as: scheme, in: whole))
      } catch {
        faults.append(error.message)
      }
    }
    guard readings.count < 2 else {
      throw ReadingError(
        whole, "fits several schemes, and may be", readings: readings.map(\.description))
    }
    if let reading = readings.first { return reading }
    if Identifier.isPlaceholder(text) {
      throw ReadingError(whole, "is a placeholder: leave it out")
    }
    if faults.isEmpty, Identifier.hasForm(Array(text.utf8)[...], .cik) {
      throw ReadingError(whole, "may be a CIK, which has no check digits: write CIK before it")
    }
    throw ReadingError(
      whole, faults.isEmpty ? "has the form of no identifier" : WordList.joined(faults, last: "and")
    )
  }

  /// The text as a scheme writes it: without the spaces and hyphens between groups. An accession
  /// number gets the hyphens that addresses leave out.
  private static func compact(_ text: String, _ scheme: IdentifierScheme) -> String {
    guard !Identifier.isPlaceholder(text) else { return text }
    let plain = String(text.filter { !$0.isWhitespace && !"-–‑‐".contains($0) })
    guard scheme == .accession else { return plain }
    guard plain.count == 18 else { return text }
    return "\(plain.prefix(10))-\(plain.dropFirst(10).prefix(2))-\(plain.suffix(6))"
  }

  /// The scheme named before an identifier, and what follows it.
  private static func label(of text: String) -> (IdentifierScheme?, String) {
    let trimmed = text.drop(while: \.isWhitespace)
    let name = trimmed.prefix(while: \.isLetter)
    guard let scheme = labels[name.lowercased()] else { return (nil, String(trimmed)) }
    var rest = trimmed.dropFirst(name.count)
    // “CUSIP No. …”, “ISIN: …”, “CIK# …”: a name that touches its identifier is no name.
    guard let next = rest.first, !next.isLetter, !next.isNumber else {
      return (nil, String(trimmed))
    }
    for word in ["number", "no.", "no", "nr.", "nr", "code", "#", ":", "="] {
      rest = rest.drop(while: \.isWhitespace)
      if rest.lowercased().hasPrefix(word) { rest = rest.dropFirst(word.count) }
    }
    return (scheme, String(rest.drop(while: \.isWhitespace)))
  }

  private static let labels: [String: IdentifierScheme] = [
    "lei": .lei, "isin": .isin, "cusip": .cusip, "figi": .figi, "cik": .cik,
    "accession": .accession,
  ]
}
