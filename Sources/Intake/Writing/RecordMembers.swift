import Finance
import Ledger
import SQLite

/// How the columns of a kind of record stand in a document. Every column is a member unless it is
/// named among those that are said otherwise, so that a new one is never left out.
struct RecordMembers<R: Record> {
  private enum Form {
    case plain
    case truth
    /// Both days of a pair; the other column is named.
    case days(until: RecordColumn<R>)
    /// Minor units of the record's currency, written in its main unit.
    case money
    case party
    case key
  }

  private struct Member {
    let name: String
    let column: RecordColumn<R>
    let form: Form
  }

  private let members: [Member]
  private let currency: RecordColumn<R>?
  private let qualifier: RecordColumn<R>?
  private let measure: RecordColumn<R>?

  /// - Parameters:
  ///   - names: members that are called otherwise than their column; a pair of days by its stem.
  ///   - hidden: columns that are said by the place of the record, or by other members.
  init(_ type: R.Type, names: [String: String] = [:], hidden: Set<String> = []) {
    let columns = Dictionary(uniqueKeysWithValues: R.columns.map { ($0.name, $0) })
    var members: [Member] = []
    for column in R.columns where !hidden.contains(column.name) {
      if column.name == "source_id" || column.name == "locator" { continue }
      let (stem, form) = Self.form(of: column, among: columns)
      guard let form, !hidden.contains(stem) else { continue }
      members.append(Member(name: names[stem] ?? stem, column: column, form: form))
    }
    self.members = members
    currency = columns["currency"]
    qualifier = columns["qualifier"]
    measure = columns["measure"]
  }

  /// The name a column has by itself, and how it is written; nothing for the second day of a pair.
  private static func form(
    of column: RecordColumn<R>, among columns: [String: RecordColumn<R>]
  ) -> (stem: String, form: Form?) {
    let name = column.name
    if let table = column.referencedTable {
      return (String(name.dropLast(3)), table == Party.table ? .party : .key)
    }
    if name.hasSuffix("_until"), columns[name.dropLast(6) + "_on"] != nil { return (name, nil) }
    if name.hasSuffix("_on"), let until = columns[name.dropLast(3) + "_until"] {
      return (String(name.dropLast(3)), .days(until: until))
    }
    if name.hasSuffix("_minor") { return (String(name.dropLast(6)), .money) }
    return (name, column.isTruth ? .truth : .plain)
  }

  /// What a record says, as members of a document.
  ///
  /// - Parameter isNew: leave out what a record has by itself: that it counts, that none of it is
  ///   derived, that its amount is not disclosed.
  func of(_ record: R, isNew: Bool, _ parties: PartyReferences) -> DocumentObject {
    var object = DocumentObject()
    let saysNothing = isNew && amountSaysNothing(record)
    for member in members {
      if saysNothing, member.name == "qualifier" { continue }
      object.add(member.name, value(of: member, in: record, isNew: isNew, parties))
    }
    return object
  }

  private func value(
    of member: Member, in record: R, isNew: Bool, _ parties: PartyReferences
  ) -> DocumentValue? {
    let value = member.column.value(in: record)
    switch (member.form, value) {
    case (_, .null), (_, .blob): return nil
    case (.truth, .integer(let number)):
      let usual = Self.usual(member.column.name)
      return isNew && usual == (number == 1) ? nil : .truth(number == 1)
    case (.money, .integer(let minor)): return .number(money(minor, in: record))
    case (.party, .text(let key)): return parties.value(key)
    case (.days(let until), .text(let first)):
      guard case .text(let last) = until.value(in: record), let from = try? Day(first),
        let to = try? Day(last)
      else { return nil }
      return .text(PlainText.days(from, to))
    case (_, .text(let text)): return .text(text)
    case (_, .integer(let number)): return .number(String(number))
    case (_, .real(let number)): return .number(PlainText.number(number))
    }
  }

  /// What a flag says where nothing is said; nil where that means not known.
  private static func usual(_ column: String) -> Bool? {
    if column == "counted" { return true }
    let isUsuallyFalse =
      column.hasSuffix("_is_derived") || column == "is_remainder" || column == "is_withdrawn"
    return isUsuallyFalse ? false : nil
  }

  private func money(_ minor: Int64, in record: R) -> String {
    var exponent = 2
    if case .text(let code) = currency?.value(in: record), let known = Currency(code: code) {
      exponent = known.exponent
    }
    return ExactDecimal(minorUnits: minor, exponent: exponent).description
  }

  private func amountSaysNothing(_ record: R) -> Bool {
    qualifier?.value(in: record) == .text("undisclosed")
      && currency?.value(in: record) == .null && (measure?.value(in: record) ?? .null) == .null
  }
}
