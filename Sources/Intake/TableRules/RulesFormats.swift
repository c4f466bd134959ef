import Finance
import Tabular
import YAML

/// Reads how cells are written, of the whole table or of one field.
struct RulesFormats {
  let problems: ProblemList

  /// What holds for all fields.
  func read(_ mapping: RulesMapping, into reading: inout ValueReading) {
    readLanguage(mapping, into: &reading)
    readNumbers(mapping, into: &reading)
    readDates(mapping, into: &reading)
  }

  /// What one field says of itself.
  func readOfField(_ mapping: RulesMapping, into reading: inout ValueReading) {
    if let kind = mapping.choice("as", ValueReading.Kind.allCases.map { ($0.rawValue, $0) }) {
      reading.kind = kind
    }
    read(mapping, into: &reading)
    guard let text = mapping.text("unit") else { return }
    do throws(ValueUnit.Unknown) {
      reading.unit = try ValueUnit(text, of: reading.kind, language: reading.language)
    } catch {
      mapping.refuse(mapping.value("unit"), error.message)
    }
  }

  private func readLanguage(_ mapping: RulesMapping, into reading: inout ValueReading) {
    guard let tag = mapping.text("language") else { return }
    guard let language = TextLanguage(tag: tag) else {
      mapping.refuse(
        mapping.value("language"), "“\(tag)” is no language that is read", hint: "one of sv, en, de"
      )
      return
    }
    reading.language = language
  }

  private func readNumbers(_ mapping: RulesMapping, into reading: inout ValueReading) {
    let marks: [(String, Character)] = [(".", "."), (",", ","), ("point", "."), ("comma", ",")]
    if let mark = mapping.choice("decimal", marks) { reading.decimalMark = mark }
    let groups: [(String, String)] = [
      (".", "."), (",", ","), (" ", " "), ("'", "'"), ("none", ""), ("space", " "), ("point", "."),
      ("comma", ","), ("apostrophe", "'"),
    ]
    guard let thousands = mapping.choice("thousands", groups) else { return }
    reading.thousands = thousands
    if reading.decimalMark == nil, let other = [".": ",", ",": "."][thousands] {
      reading.decimalMark = Character(other)
    }
    if let mark = reading.decimalMark, String(mark) == thousands {
      mapping.refuse(
        mapping.value("thousands"), "“\(thousands)” cannot be the mark of decimals and of thousands"
      )
    }
  }

  private func readDates(_ mapping: RulesMapping, into reading: inout ValueReading) {
    guard let node = mapping.value("dates"), let text = mapping.text("dates") else { return }
    switch text {
    case "iso", "year-first": reading.dates = .iso
    case "day-first": reading.dates = .dayFirst
    case "month-first": reading.dates = .monthFirst
    case "serial": reading.dates = .serial
    default:
      guard let pattern = DatePattern(text, language: reading.language) else {
        mapping.refuse(
          node, "“\(text)” is no way to write dates",
          hint: "day-first, month-first, iso, serial, or letters such as DD.MM.YYYY")
        return
      }
      reading.dates = .pattern(pattern)
    }
  }
}
