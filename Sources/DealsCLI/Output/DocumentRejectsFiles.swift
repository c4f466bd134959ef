import Intake

/// The documents that were refused, each on a line with its reasons: beside the file it came from,
/// or all in one. Mended they are imported as they are.
struct DocumentRejectsFiles {
  /// How the names of such files end.
  static let ending = ".rejects.jsonl"

  private let path: String?
  private var files: [LineFile] = []

  /// - Parameter path: the one file for all of them.
  init(path: String?) { self.path = path }

  /// The files that were written.
  var paths: [String] { files.map(\.path) }

  /// Writes the documents, to take their place once the import is final.
  mutating func add(_ documents: [RejectedDocument]) throws {
    for document in documents {
      let input = document.file
      let place = path ?? (input == "-" ? "stdin" : input) + Self.ending
      let file = files.first { $0.path == place } ?? LineFile(place)
      if files.last !== file, !files.contains(where: { $0 === file }) { files.append(file) }
      try file.add(document.line)
    }
  }

  /// Puts the files in their place.
  func finish() throws {
    for file in files {
      try Draft.setAside(file.path)
      try file.finish()
    }
  }
}
