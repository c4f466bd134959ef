/// Reads amounts as people write them: `23,25 miljarder dollar`, `€1.2bn`, `mellan 27 och 29
/// miljarder`.
///
/// Long and short scale, decimal and group marks are decided by the language and never guessed
/// (design.md 3). Without a language a text is read in every one; it stands when all that
/// understand it agree, and is refused with its readings when they do not.
public enum AmountText {
  /// The reading of a text.
  ///
  /// - Parameters:
  ///   - text: The words of one figure, without the sentence around them.
  ///   - language: The language it is written in, when that is known.
  /// - Throws: `ReadingError` for words that are not understood, for text without a figure or
  ///   with several, and for ambiguous text, then with its readings.
  public static func read(
    _ text: String, language: TextLanguage? = nil
  ) throws(ReadingError) -> AmountReading {
    guard let language else { return try readInAnyLanguage(text) }
    let readings = try readings(of: text, in: language)
    guard readings.count == 1 else {
      throw ReadingError(
        text, "is ambiguous in \(language.name)", readings: readings.map(\.description))
    }
    return readings[0]
  }

  /// Every reading of a text in any language; none where nobody understands it.
  public static func everyReading(of text: String) -> [AmountReading] {
    var readings: [AmountReading] = []
    for language in TextLanguage.allCases {
      let found = (try? AmountParser.readings(of: text, in: .of(language))) ?? []
      readings += found.filter { !readings.contains($0) }
    }
    return readings
  }

  /// The readings in a language; where there is none the error says what another would make of it.
  private static func readings(
    of text: String, in language: TextLanguage
  ) throws(ReadingError) -> [AmountReading] {
    do throws(ReadingError) {
      return try AmountParser.readings(of: text, in: .of(language))
    } catch {
      for other in TextLanguage.allCases where other != language {
        guard let reading = try? AmountParser.readings(of: text, in: .of(other)).first else {
          continue
        }
        throw ReadingError(
          text, "\(error.message); in \(other.name) it is \(reading)", readings: error.readings)
      }
      throw error
    }
  }

  private static func readInAnyLanguage(_ text: String) throws(ReadingError) -> AmountReading {
    var readings: [AmountReading] = []
    var names: [String] = []
    var errors: [ReadingError] = []
    for language in TextLanguage.allCases {
      do throws(ReadingError) {
        for reading in try AmountParser.readings(of: text, in: .of(language)) {
          if let known = readings.firstIndex(of: reading) {
            if !names[known].hasSuffix(language.name) { names[known] += ", \(language.name)" }
          } else {
            readings.append(reading)
            names.append(language.name)
          }
        }
      } catch {
        if !error.readings.isEmpty { throw error }
        errors.append(error)
      }
    }
    if readings.count == 1 { return readings[0] }
    guard readings.isEmpty else {
      throw ReadingError(
        text, "is ambiguous without its language",
        readings: zip(readings, names).map { "\($0) (\($1))" })
    }
    throw bestError(of: errors, text)
  }

  /// The error to show when no language understands a text: one that is not about an unknown word.
  private static func bestError(of errors: [ReadingError], _ text: String) -> ReadingError {
    errors.first { !$0.message.contains("is no word of") }
      ?? ReadingError(text, "is no amount in Swedish, English or German")
  }
}
