import Foundation
import Intake
import Ledger
import SQLite
import TestSupport

/// A command that is disturbed, with what it works on and what shall come of it.
struct Scenario: Sendable {
  let name: String
  let arguments: [String]
  /// What is in the folder before, by name.
  let files: [String: Data]
  let judge: LedgerJudge
  /// What a command puts beside the ledger: the files, each as it is when it is whole.
  let outputs: [String: Data]
  /// What is run next, and needs no help to find everything in order.
  let next: [String]
  /// How long it takes undisturbed.
  let microseconds: UInt32

  static let ledger = "deals.sqlite"

  /// Every command that is killed, failed and cut off. Another one is one line more; those that
  /// come first are tried in every `swift test`.
  static let all: Result<[Scenario], any Error> = Result {
    let sheet = Data(Sheets.deals(Dose.times(ordinary: 4, full: 16)).utf8)
    let empty = [
      ledger: try Data(contentsOf: try ShippedLedger.file(.none)), "sheet.csv": sheet,
    ]
    let filled = try undisturbed(["import", "sheet.csv"], empty).files
    let holding = [ledger: filled[ledger] ?? Data()]
    let rows: [() throws -> Scenario] = [
      { try Scenario("import", ["import", "sheet.csv"], empty) },
      { try Scenario("export snapshot", ["export", "snapshot", "snapshot.sqlite"], holding) },
      { try Scenario("export documents", ["export", "documents", "documents"], holding) },
      { try Scenario("backup", ["backup", "backup.sqlite"], holding) },
      { try Scenario("undo", ["undo", "3"], holding) },
      { try Scenario("refresh", ["refresh"], [ledger: try edited(holding[ledger] ?? Data())]) },
      {
        try Scenario(
          "migrate", ["migrate"], [ledger: try OlderLedger.bytes()], next: ["migrate", "--list"],
          mayBeBetween: OlderLedger.isBetweenSteps)
      },
    ]
    return try rows.prefix(Dose.times(ordinary: 2, full: rows.count)).map { try $0() }
  }

  /// A ledger in which another tool has changed what other rows are derived from.
  private static func edited(_ ledger: Data) throws -> Data {
    let workplace = try Workplace()
    try workplace.place([Self.ledger: ledger])
    do {
      let connection = try Connection(path: workplace.file(Self.ledger), mode: .readWrite)
      try connection.execute("UPDATE tranche SET amount_minor = amount_minor + 100")
      try connection.execute("UPDATE event SET occurred_on = '2026-01-02' WHERE id % 3 = 0")
    }
    return workplace.bytes(Self.ledger) ?? ledger
  }

  /// The commands of some names.
  static func named(_ names: String...) throws -> [Scenario] {
    try all.get().filter { names.contains($0.name) }
  }

  private init(
    _ name: String, _ arguments: [String], _ files: [String: Data], next: [String] = ["log"],
    mayBeBetween: @escaping @Sendable (Data) throws -> Bool = { _ in false }
  ) throws {
    let complete = try Self.undisturbed(arguments, files)
    microseconds = complete.microseconds
    self.name = name
    self.arguments = arguments
    self.files = files
    self.next = next
    outputs = complete.files.filter { files[$0.key] == nil }
    judge = try LedgerJudge(
      before: files[Self.ledger] ?? Data(), after: complete.files[Self.ledger] ?? Data(),
      mayBeBetween: mayBeBetween)
  }

  /// Runs a command undisturbed, and returns all files there are then and how long it took; the
  /// ledger has to be sound.
  private static func undisturbed(_ arguments: [String], _ files: [String: Data]) throws
    -> (files: [String: Data], microseconds: UInt32)
  {
    let workplace = try Workplace()
    try workplace.place(files)
    let start = Date()
    let run = try Program.run(arguments, at: workplace)
    let took = UInt32(max(2_000, Date().timeIntervalSince(start) * 1e6))
    guard run.status == 0 else { throw Undisturbed(command: arguments, told: run.told) }
    if Dose.current != .ordinary {
      let check = try Program.run(["check"], at: workplace)
      guard check.status == 0, check.stdout.isEmpty else {
        throw Undisturbed(command: ["check"], told: check.told + check.stdout)
      }
    }
    return (workplace.names().reduce(into: [:]) { $0[$1] = workplace.bytes($1) }, took)
  }

  /// A command that went wrong although nobody disturbed it.
  struct Undisturbed: Error, CustomStringConvertible {
    let command: [String]
    let told: String
    var description: String { "deals \(command.joined(separator: " ")): \(told)" }
  }
}

/// Runs of commands whose operations on files are watched.
enum Watched {
  /// Runs a command with a fault in its way.
  static func run(_ scenario: Scenario, _ fault: Fault, at workplace: Workplace) throws -> Run {
    try workplace.place(scenario.files)
    return try Program.run(
      scenario.arguments, at: workplace, variables: try fault.variables(at: workplace))
  }

  /// How many operations of each kind a command has, undisturbed.
  static func operations(of scenario: Scenario) throws -> [String: Int] {
    let workplace = try Workplace()
    _ = try run(scenario, Fault(), at: workplace)
    return Fault.counts(at: workplace)
  }
}

/// Sheets of deals that never were.
enum Sheets {
  static let header =
    "deal_id,announced_on,issuer,instrument,tranche,currency,amount,lender,commitment_amount,"
    + "source_title,source_url\n"

  /// So many deals, of two tranches with two lenders each.
  static func deals(_ count: Int, from first: Int = 0) -> String {
    header
      + (first..<first + count).flatMap { deal in
        ["A", "B"].flatMap { tranche in
          [250, 150].enumerated().map { index, share in
            "deal-\(deal),2026-02-\(10 + deal % 18),Alder \(deal),term loan,\(tranche),USD,"
              + "\(400 + deal)000000,Lender \((deal + index) % 7),\(share)000000,"
              + "Story \(deal),https://example.com/\(deal)\n"
          }
        }
      }.joined()
  }
}
