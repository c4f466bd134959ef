public import Foundation
public import Intake
internal import Ledger
public import SQLite

/// The ledger that ships: made once a process and choice of seeds, copied as a file from then on.
public enum ShippedLedger {
  /// The file that all tests read. Do not write to it: ``copy(_:to:)`` gives one of your own.
  public static func file(_ seeds: Seeding.Choice = .all) throws -> URL {
    switch seeds {
    case .all: try all.get()
    case .article: try article.get()
    case .none: try none.get()
    }
  }

  /// The same as a path, as ledgers are opened by.
  public static func path(_ seeds: Seeding.Choice = .all) throws -> String {
    try file(seeds).path(percentEncoded: false)
  }

  /// The shared ledger, to read only.
  public static func reading(_ seeds: Seeding.Choice = .all) throws -> Connection {
    try LedgerFile.open(try path(seeds), mode: .immutable)
  }

  /// A ledger of one's own, as `deals.sqlite` in the folder of the trait ``TemporaryDirectory``.
  public static func open(_ seeds: Seeding.Choice = .all) throws -> Connection {
    let file = try copy(seeds)
    return try LedgerFile.open(file.path(percentEncoded: false))
  }

  /// Copies the ledger to a file, else to `deals.sqlite` in the folder of ``TemporaryDirectory``.
  @discardableResult
  public static func copy(_ seeds: Seeding.Choice = .all, to file: URL? = nil) throws -> URL {
    let file = file ?? TemporaryDirectory.file("deals.sqlite")
    try FileManager.default.copyItem(at: try Self.file(seeds), to: file)
    return file
  }

  private static let all = Result { try make(.all) }
  private static let article = Result { try make(.article) }
  private static let none = Result { try make(.none) }

  private static func make(_ seeds: Seeding.Choice) throws -> URL {
    let file = try folder.get().appending(path: "\(seeds.rawValue).sqlite")
    var connection = try LedgerFile.create(file.path(percentEncoded: false))
    _ = try Seeding.seed(seeds, command: "init --seeds \(seeds.rawValue)", into: &connection)
    return file
  }

  /// A folder that lives as long as the tests do.
  private static let folder: Result<URL, any Error> = Result {
    let folder = try TemporaryDirectory.make()
    atexit { try? FileManager.default.removeItem(at: ShippedLedger.folder.get()) }
    return folder
  }
}
