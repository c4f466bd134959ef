/// The bytes that blocks are looked through for, each in every lane of a vector.
struct DelimitedMarks {
  let delimiter: SIMD16<UInt8>
  /// The delimiter once more, where there are no quotes.
  let quote: SIMD16<UInt8>

  init(_ dialect: DelimitedDialect) {
    delimiter = SIMD16(repeating: dialect.delimiter)
    quote = dialect.hasQuotes ? SIMD16(repeating: ASCII.quote) : delimiter
  }
}
