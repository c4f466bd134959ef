/// What was published where and when, and by whom: every record cites one.
public struct Source: Record {
  /// The table of these records.
  public static let table = "source"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "title", view: "sources", keyColumn: "source_key")
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Source>] =
    [
      .code("kind", \.kind, list: "source_kind"), .required("title", \.title),
      .required("publisher", \.publisher),
      .value("author", \.author), .value("url", \.url), .value("archive_url", \.archiveURL),
      .value("content_hash", \.contentHash), .value("licence", \.licence),
      .value("language", \.language), .value("grade", \.grade), .value("notes", \.notes),
    ] + days("published", \.published) + days("retrieved", \.retrieved)

  /// The readable, stable name of the record.
  public var key: String
  /// A code of the list `source_kind`.
  public var kind: String?
  /// The title.
  public var title = ""
  /// Who published it.
  public var publisher = ""
  /// Who wrote it.
  public var author: String?
  /// The address it was read at.
  public var url: String?
  /// The address of a copy that somebody keeps, for when the page is gone.
  public var archiveURL: String?
  /// SHA-256 of the document as it was read, in hexadecimal.
  public var contentHash: String?
  /// The terms it may be used under, as it states them.
  public var licence: String?
  /// When it was published.
  public var published = DayPair()
  /// When it was read.
  public var retrieved = DayPair()
  /// The language, as `sv` or `en`.
  public var language: String?
  /// P a filing's or release's own words, S news, A a machine summary, E this ledger's own lists.
  public var grade: String?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?

  /// A source is where others come from, and comes from nowhere itself.
  public var origin: Origin { Origin() }

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
