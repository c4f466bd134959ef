public import Archives
internal import Markup

/// An Excel workbook (`.xlsx`, `.xlsm`; ECMA-376) in memory, whose worksheets are read row by row.
///
/// Formulas are not computed: a cell has the value that was last saved with it.
///
/// ```swift
/// let workbook = try Workbook(bytes: bytes, name: "deals.xlsx")
/// let reader = try workbook.reader(of: workbook.worksheet())
/// while let row = try reader.next() { … }
/// ```
public struct Workbook: Sendable {
  /// The name that problems print.
  public let name: String
  /// Its worksheets in the order of their tabs, hidden ones included; charts are left out.
  public let worksheets: [WorksheetEntry]

  let parts: WorkbookParts
  let dateSystem: DateSystem
  let strings: SharedStrings
  let styles: CellStyles

  /// Opens a workbook.
  ///
  /// - Throws: `WorkbookProblem`, `ArchiveProblem` when the archive is refused, `SourceProblem`
  ///   with a place in one of its parts.
  public init(
    bytes: [UInt8], name: String = "", limits: InflationLimits = InflationLimits()
  ) throws {
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      throw WorkbookProblem(
        file: name, "it is an old workbook (.xls), or one with a password",
        hint: "save it as .xlsx without a password")
    }
    let parts = WorkbookParts(
      archive: try ZipArchive(bytes: bytes, name: name, limits: limits))
    let document = try parts.relationships(of: nil).first { $0.kind == "officeDocument" }
    guard let document, let reader = parts.reader(of: document.target) else {
      let isOpenDocument = parts.archive["mimetype"] != nil
      throw WorkbookProblem(
        file: name, "the archive holds no Excel workbook",
        hint: isOpenDocument ? "save it as .xlsx or CSV" : nil)
    }
    guard document.target.hasSuffix(".xml") else {
      throw WorkbookProblem(
        file: name, "it is a binary workbook (.xlsb)", hint: "save it as .xlsx")
    }
    self.name = name
    self.parts = parts
    let related = try parts.relationships(of: document.target)
    var list = WorksheetList()
    try list.read(reader, related: related)
    dateSystem = list.dateSystem
    worksheets = list.entries
    var strings = SharedStrings()
    var styles = CellStyles()
    for relationship in related {
      guard let part = parts.reader(of: relationship.target) else { continue }
      if relationship.kind == "sharedStrings" { try strings.read(part, file: name) }
      if relationship.kind == "styles" { try styles.read(part) }
    }
    self.strings = strings
    self.styles = styles
  }

  /// The worksheet of a name; without one the first that is shown.
  ///
  /// - Throws: `WorkbookProblem` with the names there are.
  public func worksheet(_ name: String? = nil) throws(WorkbookProblem) -> WorksheetEntry {
    guard let name else {
      if let first = worksheets.first(where: { $0.visibility == .visible }) ?? worksheets.first {
        return first
      }
      throw WorkbookProblem(file: self.name, "it has no worksheet")
    }
    if let entry = worksheets.first(where: { $0.name == name })
      ?? worksheets.first(where: { $0.name.lowercased() == name.lowercased() })
    {
      return entry
    }
    let names = worksheets.map { "“\($0.name)”" }.joined(separator: ", ")
    throw WorkbookProblem(
      file: self.name, "there is no worksheet “\(name)”",
      hint: worksheets.isEmpty ? nil : "it has \(names)")
  }

  /// A reader of a worksheet's rows.
  ///
  /// - Throws: `WorkbookProblem`, `ArchiveProblem` or `SourceProblem`.
  public func reader(of worksheet: WorksheetEntry) throws -> WorksheetReader {
    try WorksheetReader(worksheet, of: self)
  }
}

/// Reads the list of worksheets.
private struct WorksheetList {
  var entries: [WorksheetEntry] = []
  var dateSystem = DateSystem.from1900

  mutating func read(
    _ reader: XMLReader, related: [WorkbookParts.Relationship]
  ) throws {
    let targets = Dictionary(related.map { ($0.id, $0) }) { first, _ in first }
    while let event = try reader.next() {
      guard case .start(let tag) = event else { continue }
      if tag.name == "workbookPr", let flag = tag["date1904"], flag == "1" || flag == "true" {
        dateSystem = .from1904
      }
      // Of two attributes `id` the one with a namespace names the part.
      let id = tag.attributes.first { $0.name == "id" && !$0.namespace.isEmpty }
      guard tag.name == "sheet", let name = tag["name"],
        let target = id.flatMap({ targets[$0.value] }),
        target.kind == "worksheet"
      else { continue }
      let visibility = tag["state"].flatMap { WorksheetEntry.Visibility(rawValue: $0) }
      entries.append(
        WorksheetEntry(name: name, visibility: visibility ?? .visible, part: target.target))
    }
  }
}
