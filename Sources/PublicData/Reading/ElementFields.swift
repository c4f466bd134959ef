internal import Finance
internal import Markup
internal import Tabular

/// Reads the values of an element's children, and notes what is wrong with them.
struct ElementFields {
  let element: XMLElement
  var problems: [SourceProblem] = []

  init(_ element: XMLElement) {
    self.element = element
  }

  /// The text of a child; `nil` where it is missing or says that there is none.
  func text(_ name: String) -> String? {
    element[name].flatMap { GivenText.given($0.text) }
  }

  func identifier(_ name: String) -> String? {
    element[name].flatMap { GivenText.identifier($0.text) }
  }

  mutating func decimal(_ name: String) -> ExactDecimal? {
    guard let child = element[name], let text = GivenText.given(child.text) else { return nil }
    do throws(ExactDecimalError) {
      return try ExactDecimal(ofXML: text)
    } catch {
      problems.append(child.problem("\(name) is “\(text)”, which is no number that can be read"))
      return nil
    }
  }

  mutating func day(_ name: String) -> Day? {
    guard let child = element[name], let text = GivenText.given(child.text) else { return nil }
    do throws(DateError) {
      return try Day(text)
    } catch {
      problems.append(child.problem("\(name): \(error.message)"))
      return nil
    }
  }

  mutating func flag(_ name: String) -> Bool? {
    guard let child = element[name], let text = GivenText.given(child.text) else { return nil }
    switch text {
    case "Y", "true", "1": return true
    case "N", "false", "0": return false
    default:
      problems.append(child.problem("\(name) is “\(text)”", hint: "expected Y or N"))
      return nil
    }
  }
}
