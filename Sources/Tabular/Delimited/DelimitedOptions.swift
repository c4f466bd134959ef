/// What the reader of delimited text is told before it begins.
public struct DelimitedOptions: Hashable, Sendable {
  /// How the text is written; `nil` to tell it from the header line.
  public var dialect: DelimitedDialect?
  /// Whether a record may have fewer fields than the first one: those it lacks are empty.
  public var acceptsShortRecords = false
  /// The number of the first line, where lines before it were read by someone else.
  public var firstLine = 1
  /// How much is held at once.
  public var limits = DelimitedLimits()

  /// The dialect of the header, records of equal length, the usual limits.
  public init(
    dialect: DelimitedDialect? = nil, acceptsShortRecords: Bool = false,
    limits: DelimitedLimits = DelimitedLimits()
  ) {
    self.dialect = dialect
    self.acceptsShortRecords = acceptsShortRecords
    self.limits = limits
  }
}
