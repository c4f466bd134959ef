import Finance
import Ledger
import Tabular

/// Reads one JSON object by the names it may have. What is wrong is collected, and a name that no
/// one asked for is wrong too, so that nothing said is overlooked.
final class ObjectReader {
  let value: JSONValue
  let problems: ProblemList
  /// Whether the document says all there is: nothing is derived, and parts take over nothing.
  let isVerbatim: Bool
  private let codes: CodeLists
  private var asked: Set<String> = []

  init(
    _ value: JSONValue, codes: CodeLists, problems: ProblemList, isVerbatim: Bool = false
  ) {
    self.value = value
    self.codes = codes
    self.problems = problems
    self.isVerbatim = isVerbatim
  }

  /// A reader for an object inside this one.
  func inner(_ value: JSONValue) -> ObjectReader {
    ObjectReader(value, codes: codes, problems: problems, isVerbatim: isVerbatim)
  }

  /// Takes note of members that may be there and say nothing of a record.
  func ignore(_ names: String...) { asked.formUnion(names) }

  /// The member of a name, unless it is missing or null.
  func member(_ name: String) -> JSONValue? {
    asked.insert(name)
    guard let found = value[name], !found.isNull else { return nil }
    return found
  }

  func has(_ name: String) -> Bool { member(name) != nil }

  func refuse(_ at: JSONValue? = nil, _ message: String, hint: String? = nil) {
    let place = at ?? value
    problems.add(place.located(message, hint: hint))
  }

  func warn(_ at: JSONValue? = nil, _ message: String) {
    let place = at ?? value
    problems.warn(place.located(message))
  }

  /// Reports the members no one asked for.
  func finish() {
    problems.note(asked, at: value.pointer)
    for member in value.members ?? [] where !asked.contains(member.name) {
      let near = asked.filter { Spelling.distance($0, member.name) <= 2 }.sorted()
      problems.add(
        SourceProblem(
          position: member.position,
          message: "\(member.value.pointer): unknown name '\(member.name)'",
          hint: near.isEmpty ? nil : "did you mean '\(near.joined(separator: "' or '"))'?"))
    }
  }

  // MARK: Scalars

  func text(_ name: String) -> String? {
    guard let found = member(name) else { return nil }
    guard let text = found.string else {
      refuse(found, "must be a text, not \(found.kind)")
      return nil
    }
    // An empty text says as little as a missing one.
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  func requiredText(_ name: String, hint: String? = nil) -> String {
    let found = text(name)
    if found == nil, member(name)?.string != nil || !has(name) {
      refuse(nil, "lacks '\(name)'", hint: hint)
    }
    return found ?? ""
  }

  /// A text, or a number or truth value as it is written.
  func scalar(_ name: String) -> String? {
    guard let found = member(name) else { return nil }
    switch found.content {
    case .string: return text(name)
    case .number(let number): return (try? ExactDecimal(number))?.description ?? number
    case .boolean(let flag): return flag ? "1" : "0"
    default:
      refuse(found, "must be a text or a number, not \(found.kind)")
      return nil
    }
  }

  func decimal(_ name: String) -> ExactDecimal? {
    guard let found = member(name) else { return nil }
    guard let number = found.number else {
      refuse(found, "must be a number, not \(found.kind)")
      return nil
    }
    do {
      return try ExactDecimal(number)
    } catch {
      refuse(found, "\(error)")
      return nil
    }
  }

  func number(_ name: String) -> Double? { decimal(name)?.approximate }

  func flag(_ name: String) -> Bool? {
    guard let found = member(name) else { return nil }
    guard let flag = found.boolean else {
      refuse(found, "must be true or false, not \(found.kind)")
      return nil
    }
    return flag
  }

  func index(_ name: String) -> Int? {
    guard let found = member(name), let number = found.number else { return nil }
    guard let index = Int(number), index >= 0 else {
      refuse(found, "must be a position in a list, counted from 0")
      return nil
    }
    return index
  }

  /// A whole number from 1.
  func wholeNumber(_ name: String) -> Int64? {
    guard let found = member(name) else { return nil }
    guard let number = found.number.flatMap({ Int64($0) }), number >= 1 else {
      refuse(found, "must be a whole number from 1")
      return nil
    }
    return number
  }

  /// A date as the span of days it can mean.
  func days(_ name: String) -> DayPair {
    guard let text = text(name), let found = member(name) else { return DayPair() }
    do {
      return DayPair(try DateSpan(text))
    } catch {
      refuse(found, "\(error)")
      return DayPair()
    }
  }

  /// A country of ISO 3166-1.
  func country(_ name: String) -> String? {
    guard let text = text(name) else { return nil }
    guard CountryCode.isKnown(text) else {
      refuse(member(name), "'\(text)' is no country code", hint: "two capital letters, as US")
      return nil
    }
    return text
  }

  /// An identifier whose check digits hold.
  func identifier(_ name: String, scheme: IdentifierScheme) -> String? {
    guard let text = text(name) else { return nil }
    do throws(IdentifierError) {
      return try Identifier(text, scheme: scheme).value
    } catch {
      // Real LEIs on record fail their check.
      if scheme == .lei, case .wrongCheckDigit = error {
        warn(member(name), "\(error); kept as it is")
        return text
      }
      refuse(member(name), "\(error)")
      return nil
    }
  }

  // MARK: Codes and keys

  /// A code of a list, however it is written.
  func code(_ name: String, in list: String) -> String? {
    guard let text = text(name) else { return nil }
    if let code = codes.code(for: text, in: list) { return code }
    let known = codes.all(in: list)
    let near = known.filter { Spelling.distance($0, text) <= 2 }
    refuse(
      member(name), "'\(text)' is no \(list)",
      hint: near.isEmpty
        ? "one of \(known.joined(separator: ", "))"
        : "did you mean '\(near.joined(separator: "' or '"))'?")
    return nil
  }

  func requiredCode(_ name: String, in list: String, hint: String? = nil) -> String {
    if !has(name) { refuse(nil, "lacks '\(name)'", hint: hint) }
    return code(name, in: list) ?? ""
  }

  /// The code a list has for a text, without complaint.
  func known(_ text: String, in list: String) -> String? { codes.code(for: text, in: list) }

  /// A key, brought to the letters keys are made of.
  func key(_ name: String) -> String? {
    guard let text = text(name) else { return nil }
    let key = RecordKey.normalised(text)
    if key.isEmpty { refuse(member(name), "'\(text)' makes no key") }
    return key.isEmpty ? nil : key
  }

  func requiredKey(_ name: String) -> String {
    if !has(name) { refuse(nil, "lacks '\(name)'") }
    return key(name) ?? ""
  }

  // MARK: Lists

  func list(_ name: String) -> [JSONValue] {
    guard let found = member(name) else { return [] }
    guard let elements = found.elements else {
      refuse(found, "must be a list, not \(found.kind)")
      return []
    }
    return elements
  }

  func objects(_ name: String) -> [ObjectReader] {
    list(name).compactMap { element in
      guard element.members != nil else {
        refuse(element, "must be an object, not \(element.kind)")
        return nil
      }
      return inner(element)
    }
  }

  func texts(_ name: String) -> [String] {
    list(name).compactMap { element in
      guard let text = element.string, !text.isEmpty else {
        refuse(element, "must be a text, not \(element.kind)")
        return nil
      }
      return text
    }
  }
}
