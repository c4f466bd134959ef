/// What was published where and when, and by whom: every record cites one.
public struct Source: Record {
  public static let table = "source"
  public static let columns: [RecordColumn<Source>] =
    [
      .value("kind", \.kind), .required("title", \.title), .required("publisher", \.publisher),
      .value("author", \.author), .value("url", \.url), .value("language", \.language),
      .value("grade", \.grade), .value("notes", \.notes),
    ] + days("published", \.published) + days("retrieved", \.retrieved)

  public var key: String
  /// A code of the list `source_kind`.
  public var kind: String?
  public var title = ""
  public var publisher = ""
  public var author: String?
  public var url: String?
  public var published = DayPair()
  public var retrieved = DayPair()
  public var language: String?
  /// P a filing's or release's own words, S news, A a machine summary, E this ledger's own lists.
  public var grade: String?
  public var notes: String?

  public init(key: String) { self.key = key }
}
