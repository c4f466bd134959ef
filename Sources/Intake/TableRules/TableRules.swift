import Tabular

/// How a table that is no deal sheet is read: which columns say what, and how they write it.
///
/// It comes from a rules file (Docs/Rules.md), which `RulesReader` has found to be sound.
public struct TableRules: Sendable {
  /// What becomes of a row.
  enum Target: Sendable, Equatable {
    /// A line of a deal sheet.
    case sheet
    /// A document of a kind, told by a name.
    case document(kind: String, tellingName: String)
  }

  /// The name of the rules file.
  public let file: String
  var target = Target.sheet
  /// The worksheet; nil for the first one that is shown.
  var worksheet: String?
  /// The encoding, where the file does not say so itself.
  var encoding: TextEncoding?
  /// What stands between two cells; nil to tell it from the header.
  var delimiter: UInt8?
  /// The line or row of the header, from 1; 0 where there is none.
  var headerLine = 1
  /// What begins the decimals, where the rules say it of the whole table.
  var decimalMark: Character?
  /// Rows of which one of these holds are passed over.
  var skips: [RowCondition] = []
  /// Words that stand where there is nothing to say, beside those of deal sheets.
  var nothing: Set<String> = []
  /// What is read, in the order of the rules file.
  var fields: [FieldRule] = []
  /// Columns that are left out on purpose.
  var ignored: [ColumnName] = []
  /// What all rows have as their source: title, publisher, url, date, grade.
  var source: [(name: String, text: String)] = []

  init(file: String) { self.file = file }

  /// What of the rules says how to open the table; what the command says goes before it.
  public func inputOptions(_ given: InputOptions) -> InputOptions {
    var options = given
    options.encoding = given.encoding ?? encoding
    options.worksheet = given.worksheet ?? worksheet
    return options
  }
}

/// A column as the rules name it: by its header, by a pattern, or by its number.
struct ColumnName: Sendable {
  /// As it stands in the rules.
  let text: String
  /// Where it stands there.
  let position: SourcePosition

  /// The column's number from 1, where it is named `#3`.
  var number: Int? { text.first == "#" ? Int(text.dropFirst()) : nil }
}

/// Where one field of a row comes from: the first branch that holds and says something.
struct FieldRule: Sendable {
  /// The column of a deal sheet, or the path in a document: `legs/0/amount`.
  let name: String
  let position: SourcePosition
  /// What it takes of a rate; nil for all other fields.
  var rate: RateField?
  var branches: [FieldBranch]

  /// What it holds.
  var kind: ValueReading.Kind {
    branches.first?.reading.kind ?? ValueReading.Kind(ofDocumentName: name)
  }
}

/// One way to a field.
struct FieldBranch: Sendable {
  let position: SourcePosition
  /// When it is taken; nil for always.
  var condition: RowCondition?
  /// The columns whose cells are joined; none for a constant.
  var columns: [ColumnName] = []
  var joiner = " "
  /// What is said on every row.
  var constant: String?
  /// How the cell is read.
  var reading: ValueReading
  /// What words stand for, by their folded letters.
  var words: [String: String] = [:]
  /// What is said where the words do not have the cell's text.
  var otherwise: String?
}

/// What must be so of a row.
indirect enum RowCondition: Sendable {
  case all([RowCondition])
  case any([RowCondition])
  case not(RowCondition)
  /// A test of a cell; of every cell of the row, where no column is named.
  case cell(ColumnName?, CellTest)
}

/// A test of a cell.
enum CellTest: Sendable {
  case equals([String])
  case matches([WildcardPattern])
  case isEmpty(Bool)
}
