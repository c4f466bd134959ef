/// What the reader of delimited text came to.
public enum DelimitedStep: Hashable, Sendable {
  /// A record that can be used.
  case record
  /// A record with everything that is wrong with it. Its fields are not to be had, its bytes are.
  ///
  /// An input without any record is told here too; then there are no bytes.
  case rejected([SourceProblem])
  /// The end of the input.
  case end
}
