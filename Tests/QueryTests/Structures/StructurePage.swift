import Ledger
import SQLite

/// A way of financing and the fields a record of it needs.
struct Structure {
  /// A field and the SQL that answers it in three columns: value, key of the record, source.
  ///
  /// `:record` is the structure's record. SQL that begins with `- ` is the reason why the field
  /// does not apply.
  struct Field {
    let structure: String
    let name: String
    let sql: String
  }

  let number: String
  let title: String
  let record: String
  let fields: [Field]
}

/// The page that shows each field of each structure with its value, key and source.
struct StructurePage {
  private(set) var text: String
  private(set) var given = 0
  private(set) var notGiven = 0
  private(set) var notApplicable = 0

  init(_ structures: [Structure], in ledger: borrowing Connection) throws {
    text = ""
    var sections = ""
    for structure in structures {
      sections += """

        ## \(structure.number) \(structure.title)

        Record: `\(structure.record)`

        | field | value | key | source |
        |---|---|---|---|

        """
      for field in structure.fields {
        for line in try lines(of: field, record: structure.record, in: ledger) {
          sections += "| \(line.map(Self.cell).joined(separator: " | ")) |\n"
        }
      }
    }
    text = head + sections
  }

  private mutating func lines(
    of field: Structure.Field, record: String, in ledger: borrowing Connection
  ) throws -> [[String]] {
    if field.sql.hasPrefix("- ") {
      notApplicable += 1
      return [[field.name, "*not applicable*: \(field.sql.dropFirst(2))", "", ""]]
    }
    let sql = field.sql.replacing(":record", with: "'\(record)'")
    let rows = try QueryRunner.run(sql, in: ledger).rows
      .map { $0.map { Answer.text($0, unit: nil) } }
      .filter { $0[0] != "–" && !$0[0].isEmpty }
    if rows.isEmpty {
      notGiven += 1
      return [[field.name, "*not given*", "", ""]]
    }
    given += 1
    return rows.enumerated().map { index, row in
      [index == 0 ? field.name : "", row[0], "`\(row[1])`", row[2]]
    }
  }

  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "/").replacing("\n", with: " ")
  }

  private var head: String {
    """
    # Financing structures and their fields

    Seventeen ways in which the AI credit boom is financed, each with \
    the fields an analyst asks of it and what
    the shipped ledger answers. The page is made from the ledger: \
    `Tests/QueryTests/Structures/structures.tsv`
    names the structures, `fields.tsv` beside it the fields with the SQL that answers each;
    `UPDATE_GOLDEN=1 swift test --filter StructureTests` writes the page anew.

    *not given* means that no source on record says it: \(notGiven) of \
    \(given + notGiven + notApplicable) fields; \(given) have a value,
    \(notApplicable) does not apply. A key is what `deals show` and `deals trace` take.

    """
  }
}
