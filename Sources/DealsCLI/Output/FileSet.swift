/// Files that are written piece by piece and take their places together, once all are whole.
final class FileSet {
  private let path: (String) -> String
  private let ledger: String
  private var files: [String: LineFile] = [:]
  private var folders: Set<String> = []

  /// Files in a folder, which is made.
  ///
  /// - Parameter ledger: the one file that is never written over.
  init(folder: String, ledger: String) throws {
    try Files.makeFolder(folder)
    path = { "\(folder)/\($0)" }
    self.ledger = ledger
  }

  /// A single file, whose name is empty.
  init(file: String, ledger: String) {
    path = { _ in file }
    self.ledger = ledger
  }

  /// How many files there are.
  var count: Int { files.count }

  /// Adds a piece to the file of that name, which may be in a folder of its own.
  func write(_ text: String, to name: String) throws {
    if let file = files[name] { return try file.write(text) }
    let path = path(name)
    try FileKind.refuseLedger(ledger, at: path)
    if let end = name.lastIndex(of: "/"), folders.insert(String(name[..<end])).inserted {
      try Files.makeFolder(String(path.prefix(path.count - name.count) + name[..<end]))
    }
    let file = LineFile(path)
    files[name] = file
    try file.write(text)
  }

  /// Puts every file in its place.
  func finish() throws {
    for name in files.keys.sorted() { try files[name]?.finish() }
  }
}
