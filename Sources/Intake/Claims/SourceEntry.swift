internal import Finance
internal import Ledger
internal import SQLite

/// A source named by its key, or described so that it can be put on file.
public struct SourceEntry: Sendable {
  /// The key of one on file.
  public var key: String?
  /// The title of a new one.
  public var title: String?
  /// Who published it.
  public var publisher: String?
  /// Where it was read.
  public var url: String?
  /// When it was published, as exact as known.
  public var publishedOn: String?
  /// A code of the list `source_grade`.
  public var grade: String?

  /// One that names nothing yet.
  public init() {}

  private var describes: Bool {
    title != nil || publisher != nil || url != nil || publishedOn != nil || grade != nil
  }

  /// Whether nothing is said of a source.
  public var isEmpty: Bool { key == nil && !describes }

  /// The key of the source, which is put on file where it is new.
  ///
  /// - Parameter problems: what is wrong with the description is added.
  func resolve(
    codes: CodeLists, language: String?, problems: inout [String], writer: inout LedgerWriter,
    in transaction: borrowing Transaction
  ) throws -> String {
    if let key {
      if describes { problems.append("--source names one on file; leave out its description") }
      guard try SourceRepository().find(key, in: transaction) != nil else {
        throw LedgerError.unknownKey(kind: "source", key: key, wantedBy: "--source")
      }
      return key
    }
    guard let title, let publisher else {
      problems.append(
        "name the source: --source KEY for one on file, or --title and --publisher for a new one")
      return ""
    }
    var source = Source(key: DocumentMapper.sourceKey(url: url, title: title))
    source.title = title
    source.publisher = publisher
    source.url = url
    source.language = language
    if let grade {
      source.grade = codes.code(for: grade, in: "source_grade")
      if source.grade == nil {
        problems.append(
          "'\(grade)' is no grade of a source; one of "
            + codes.all(in: "source_grade").joined(separator: ", "))
      }
    }
    source.kind = source.grade == "P" ? "filing" : source.grade == "A" ? "digest" : "news"
    if let publishedOn {
      do {
        source.published = DayPair(try DateText.read(publishedOn).span)
      } catch {
        problems.append("--published-on: \(error)")
      }
    }
    if problems.isEmpty { try writer.save(source, fillingOnly: true, in: transaction) }
    return source.key
  }
}
