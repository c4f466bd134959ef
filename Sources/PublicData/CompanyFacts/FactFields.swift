internal import Finance
internal import Tabular

/// Reads the members of one figure.
struct FactFields {
  private let value: JSONValue
  private var members: [String: JSONValue] = [:]
  private(set) var problems: [SourceProblem] = []

  init(_ value: JSONValue) {
    self.value = value
    for member in value.members ?? [] where !member.value.isNull {
      members[member.name] = member.value
    }
  }

  /// The figure; `nil` when a part that it needs is missing or wrong.
  mutating func fact(taxonomy: String, concept: String, unit: String) -> CompanyFact? {
    let number = number()
    let (startsOn, endsOn) = (day("start"), day("end", isNeeded: true))
    let (filedOn, accession) = (day("filed", isNeeded: true), text("accn", isNeeded: true))
    let (form, period) = (text("form", isNeeded: true), text("fp"))
    let frame = text("frame")
    if let startsOn, let endsOn, endsOn < startsOn {
      problems.append(value.problem("\(concept): the period ends before it begins"))
    }
    guard problems.isEmpty, let number, let endsOn, let filedOn, let accession, let form else {
      return nil
    }
    return CompanyFact(
      taxonomy: taxonomy, concept: concept, unit: unit, value: number, startsOn: startsOn,
      endsOn: endsOn, accession: accession, fiscalYear: members["fy"]?.number.flatMap { Int($0) },
      fiscalPeriod: period, form: form, filedOn: filedOn, frame: frame, position: value.position)
  }

  private mutating func number() -> ExactDecimal? {
    guard let member = members["val"], let text = member.number else {
      problems.append((members["val"] ?? value).problem("“val” is no number"))
      return nil
    }
    do throws(ExactDecimalError) {
      return try ExactDecimal(text)
    } catch {
      problems.append(member.problem("“val”: \(error)"))
      return nil
    }
  }

  private mutating func text(_ name: String, isNeeded: Bool = false) -> String? {
    guard let member = members[name] else {
      if isNeeded { problems.append(value.problem("there is no “\(name)”")) }
      return nil
    }
    if let text = member.string { return text }
    problems.append(member.problem("“\(name)” is no text"))
    return nil
  }

  private mutating func day(_ name: String, isNeeded: Bool = false) -> Day? {
    guard let text = text(name, isNeeded: isNeeded) else { return nil }
    do throws(DateError) {
      return try Day(text)
    } catch {
      problems.append((members[name] ?? value).problem("“\(name)”: \(error.message)"))
      return nil
    }
  }
}
