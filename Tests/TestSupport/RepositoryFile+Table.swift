import Foundation

extension RepositoryFile {
  /// The lines of a table whose cells stand between tabs, without its header.
  ///
  /// - Parameter file: a file in the same folder, as `#filePath` names it.
  public static func table(_ name: String, beside file: String = #filePath) throws -> [[String]] {
    let url = URL(filePath: file).deletingLastPathComponent().appending(path: name)
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
