import Ledger
import Tabular

extension DocumentMapper {
  /// A finding of a check that a person accepted.
  func mapFinding(_ reader: ObjectReader) {
    let check = reader.requiredText("finding")
    let finding = Finding(
      check: check, subject: reader.requiredText("subject"),
      problem: reader.requiredText("problem"))
    let reason = reader.requiredText("because")
    reader.finish()
    if !check.isEmpty, !Checks.all.contains(where: { $0.name == check }) {
      reader.refuse(
        reader.member("finding"), "there is no check '\(check)'",
        hint: "deals check --list tells them")
    }
    acceptances.append((finding, reason))
  }
}
