internal import Archives
public import PublicData
public import Tabular

/// An input of which is known what it holds; what was compressed with gzip is unpacked on the way.
public final class UnpackedInput {
  /// The name that problems print.
  public let name: String
  /// What it holds, told by its content and never by its name.
  public let format: FileFormat
  /// Whether it came compressed.
  public let isCompressed: Bool
  let pieces: PeekedPieces

  /// Looks at the beginning of an input.
  ///
  /// - Parameter source: Appends the next bytes to a span, none at the end.
  /// - Throws: `InputRefused` where it is damaged, what the source throws.
  public init(name: String, source: @escaping PieceReader) throws {
    self.name = name
    let outer = try PeekedPieces(source)
    guard FileFormat.tell(outer.beginning) == .gzip else {
      (pieces, isCompressed) = (outer, false)
      format = FileFormat.tell(outer.beginning)
      return
    }
    let gzip = GzipReader(name: name) { output in try outer.read(into: &output) }
    pieces = try PeekedPieces { output in
      do {
        try gzip.read(into: &output)
      } catch let problem as ArchiveProblem {
        throw InputRefused(["\(problem)"])
      }
    }
    isCompressed = true
    format = FileFormat.tell(pieces.beginning)
  }

  /// Why an input of its format is never read, or nil.
  public var refusal: InputRefused? {
    switch format {
    case .gzip:
      InputRefused(name, "it is compressed twice", hint: "unpack it once and import what comes")
    case .oldWorkbook:
      InputRefused(
        name, "it is an old workbook (.xls), or one with a password",
        hint: "save it as .xlsx without a password")
    case .zip:
      InputRefused(
        name, "it is a ZIP archive", hint: "unpack it and import the files that are in it")
    case .unknown:
      InputRefused(
        name, "it is no text, and nothing that is known",
        hint: "deals reads JSON, CSV, TSV, XLSX, and what is compressed of these with gzip")
    default: nil
    }
  }

  /// What is read piece by piece: a text in UTF-8, XML as it is, since it says its encoding.
  public func source(_ options: InputOptions) -> PieceReader {
    if format == .nport { return { [pieces] output in try pieces.read(into: &output) } }
    let decoder = TextDecoder(self, options)
    return { output in try decoder.read(into: &output) }
  }

  /// The whole of a text in UTF-8, for what is read at once.
  ///
  /// - Throws: `InputRefused` for more than 1 GiB, or for bytes that are no text.
  public func text(_ options: InputOptions) throws -> SourceText {
    let decoded = TextDecoder(self, options)
    let bytes = try PieceReading.all(decoded.read, of: self)
    return SourceText(bytes: bytes, name: name)
  }
}

/// Reads whole inputs.
enum PieceReading {
  /// What is held in memory at once is bounded.
  static let mostBytes = 1 << 30

  static func all(_ source: PieceReader, of input: UnpackedInput) throws -> [UInt8] {
    guard let bytes = try PeekedPieces.readAll(from: source, most: mostBytes) else {
      throw InputRefused(
        input.name, "\(input.format) is read as a whole, and this is more than \(mostBytes) bytes",
        hint: "split it into several files")
    }
    return bytes
  }
}
