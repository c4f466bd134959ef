import Finance
import Foundation
import Ledger
import SQLite
import TestSupport

/// A ledger with the code lists, two sources and a few parties, to try one rule in.
enum Workbench {
  /// Made once: the schema and the lists take longer than any test.
  private static let template = Result { try makeTemplate() }
  private static let templateFile = FileManager.default.temporaryDirectory
    .appending(path: "deals-\(UUID().uuidString).sqlite")

  /// A ledger of the test's own, in its folder.
  static func make() throws -> Connection {
    let file = TemporaryDirectory.file("\(UUID().uuidString).sqlite")
    try FileManager.default.copyItem(at: try template.get(), to: file)
    return try LedgerFile.open(file.path(percentEncoded: false))
  }

  private static func makeTemplate() throws -> URL {
    atexit { try? FileManager.default.removeItem(at: Workbench.templateFile) }
    var connection = try LedgerFile.create(templateFile.path(percentEncoded: false))
    try connection.transaction { transaction in
      try ReferenceTables.write(in: transaction)
      try transaction.execute(
        """
        INSERT INTO source (key, title, publisher, grade, published_on, published_until) VALUES
          ('filing', 'Form 8-K', 'SEC', 'P', '2025-11-03', '2025-11-03'),
          ('paper', 'Report', 'Newspaper', 'S', '2025-11-10', '2025-11-10'),
          ('undated', 'Page', 'Website', 'A', NULL, NULL)
        """)
      try transaction.execute(
        """
        INSERT INTO party (key, name, kind) VALUES ('meta', 'Meta', 'hyperscaler'),
          ('jpmorgan', 'JPMorgan', 'bank'), ('morgan-stanley', 'Morgan Stanley', 'bank'),
          ('pimco', 'PIMCO', 'asset_manager'), ('apollo', 'Apollo', 'private_credit_fund'),
          ('someone', 'undisclosed lender', 'unknown')
        """)
      try Figures.rebuild(in: transaction)
    }
    return templateFile
  }

  /// Saves records in one run and settles what follows from them, as an import does.
  @discardableResult
  static func save(_ records: [any Record], _ connection: inout Connection) throws
    -> ImportRun.Counts
  {
    try connection.transaction { transaction in
      let run = try ImportRun.begin(.importing, command: "test", input: nil, in: transaction)
      var writer = LedgerWriter(run: run)
      for record in records { try writer.save(record, in: transaction) }
      try writer.finish(in: transaction)
      return writer.counts
    }
  }

  static func source() -> Origin { Origin(source: "filing") }

  /// A deal that Meta borrows, ready to be changed before it is saved.
  static func deal(_ key: String, kind: String = "bond") -> Deal {
    var deal = Deal(key: key)
    deal.name = key
    deal.kind = kind
    deal.issuer = "meta"
    deal.currency = "USD"
    deal.origin = source()
    return deal
  }

  static func tranche(
    _ key: String, of deal: String, _ amount: String = "-", instrument: String = "bond"
  ) throws -> Tranche {
    var tranche = Tranche(key: key)
    tranche.deal = deal
    tranche.name = key
    tranche.instrument = instrument
    tranche.amount = try amountColumns(amount)
    tranche.origin = source()
    return tranche
  }

  /// What a source says a deal amounts to as a whole.
  static func statedAmount(_ amount: String, of deal: String) throws -> Claim {
    var claim = Claim(key: "\(deal)/amount/stated")
    claim.recordKind = "deal"
    claim.record = deal
    claim.attribute = "amount"
    claim.stance = "preferred"
    claim.amount = try amountColumns(amount)
    claim.origin = source()
    return claim
  }

  static func participation(
    _ key: String, party: String, role: String = "lender", _ amount: String = "-"
  ) throws -> Participation {
    var participation = Participation(key: key)
    participation.party = party
    participation.role = role
    participation.amount = try amountColumns(amount)
    participation.origin = source()
    return participation
  }

  static func event(_ key: String, _ kind: String, on day: String? = nil) throws -> Event {
    var event = Event(key: key)
    event.kind = kind
    event.occurred = try days(day)
    event.origin = source()
    return event
  }

  static func link(_ kind: String, from: String, to: String) -> DealLink {
    var link = DealLink(key: "\(from)/\(kind.split(separator: "_").joined(separator: "-"))/\(to)")
    link.kind = kind
    link.fromDeal = from
    link.toDeal = to
    link.origin = source()
    return link
  }

  static func days(_ text: String?) throws -> DayPair {
    DayPair(try text.map { try DateSpan($0) })
  }

  /// `-`, `100 USD`, `about 100 USD` or `27-29 USD`, in whole units of a currency with cents.
  static func amountColumns(_ text: String) throws -> AmountColumns {
    var amount = AmountColumns()
    amount.qualifier = "undisclosed"
    amount.measureIsDerived = false
    guard text != "-" else { return amount }
    var words = text.split(separator: " ").map(String.init)
    amount.currency = words.removeLast()
    let figures = (words.last ?? "").split(separator: "-").compactMap { Int64($0) }.map { $0 * 100 }
    amount.measure = "committed"
    amount.measureIsDerived = false
    if figures.count == 2 {
      amount.qualifier = "range"
      (amount.lowMinor, amount.highMinor) = (figures.first, figures.last)
    } else {
      amount.qualifier = words.count > 1 ? words[0] : "exact"
      amount.minor = figures.first
    }
    return amount
  }

  /// An amount in the words `amountColumns` reads.
  static func words(_ amount: AmountColumns) -> String {
    let currency = amount.currency ?? "no currency"
    if let low = amount.lowMinor, let high = amount.highMinor {
      return "\(low / 100)-\(high / 100) \(currency)"
    }
    guard let minor = amount.minor else { return "-" }
    let qualifier = amount.qualifier == "exact" ? "" : (amount.qualifier ?? "") + " "
    return "\(qualifier)\(minor / 100) \(currency)"
  }
}

/// The rows of a question, each as its values with a bar between them.
func rows(_ sql: String, in database: borrowing some Database & ~Copyable) throws -> [String] {
  try database.query(sql) { row in
    try row.values().map(words).joined(separator: " | ")
  }
}

private func words(_ value: Value) -> String {
  switch value {
  case .null: "NULL"
  case .integer(let number): String(number)
  case .real(let number): String(number)
  case .text(let text): text
  case .blob(let bytes): "\(bytes.count) bytes"
  }
}
