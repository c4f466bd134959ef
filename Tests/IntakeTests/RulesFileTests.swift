import Testing

/// What a rules file may say, and what is told where it says something else.
@Suite struct RulesFileTests {
  private static let base = "fields: {issuer: B, instrument: T}\n"

  @Test(arguments: [
    (base, []),
    ("", ["r:1:1: the file says nothing (deals rules example TABLE writes a first one)"]),
    ("fields: {}", ["r:1:9: there are no fields (name what is read: {issuer: Borrower})"]),
    (
      "- a",
      [
        "r:1:1: must be a mapping, not a list",
        "r:1:1: there are no fields (name what is read: fields: {issuer: Borrower})",
      ]
    ),
    (
      "fields: {issuer: B}",
      [
        "r:1:1: no field says the instrument (add it to the fields: a column, or a value)"
      ]
    ),
    (base + "header_lin: 3", ["r:2:1: unknown name “header_lin” (did you mean “header_line”?)"]),
    (
      base + "header_line: three",
      [
        "r:2:14: “three” is no number of a line "
          + "(a number from 1, or none where the table has no header)"
      ]
    ),
    (base + "decimal: ;", ["r:2:10: “;” is no value of decimal (did you mean “.” or “,”?)"]),
    (
      base + "decimal: ','\nthousands: ','",
      [
        "r:3:12: “,” cannot be the mark of decimals and of thousands"
      ]
    ),
    (
      base + "dates: dd.mm",
      [
        "r:2:8: “dd.mm” is no way to write dates "
          + "(day-first, month-first, iso, serial, or letters such as DD.MM.YYYY)"
      ]
    ),
    (
      base + "encoding: latin-2",
      [
        "r:2:11: “latin-2” is no encoding that is read (did you mean “latin-1” or “latin1”?)"
      ]
    ),
    (
      base + "delimiter: a",
      [
        "r:2:12: “a” cannot stand between cells (one of \",\" \";\" \"|\" tab)"
      ]
    ),
    (base + "currency: USS", ["r:2:11: “USS” is no currency (three letters of ISO 4217)"]),
    (base + "language: fr", ["r:2:11: “fr” is no language that is read (one of sv, en, de)"]),
    (base + "to: ratings", ["r:2:5: “ratings” is no value of to (did you mean “rating”?)"]),
    (base + "source: {title: T, grade: X}", ["r:2:27: “X” is no grade (one of P, S, A, E)"]),
    (
      base + "source: {date: yesterday}",
      [
        "r:2:9: a source needs a title or a url",
        "r:2:16: “yesterday” is no date (write 2025-11-03)",
      ]
    ),
    (
      base + "skip: {column: B}",
      [
        "r:2:7: the condition tests nothing (add equals, matches, empty, not, any or all)"
      ]
    ),
    (
      base + "skip: {column: B, equals: {a: b}}",
      [
        "r:2:7: the condition tests nothing (add equals, matches, empty, not, any or all)",
        "r:2:27: equals must be a text or a list of texts, not a mapping",
      ]
    ),
    (
      base + "skip: {column: B, empty: yes}",
      [
        "r:2:7: the condition tests nothing (add equals, matches, empty, not, any or all)",
        "r:2:26: empty must be true or false",
      ]
    ),
    (
      "fields:\n  issuer: B\n  instrument: T\n  amout: A",
      [
        "r:4:3: a deal sheet has no column “amout” (did you mean “amount”?)"
      ]
    ),
    ("fields:\n  issuer: B\n  instrument: T\n  borrower: A", ["r:4:3: “issuer” is given twice"]),
    (
      "fields:\n  issuer: B\n  instrument: {words: {a: b}}",
      [
        "r:3:15: “instrument” needs either column, columns or value "
          + "(column: the header of a column; value: what is so on every row)"
      ]
    ),
    (
      "fields:\n  issuer: B\n  instrument:\n",
      [
        "r:3:3: “instrument” names no column "
          + "(write the header of its column, or leave the field out)"
      ]
    ),
    (
      "fields:\n  issuer: B\n  instrument: '#0'\n",
      [
        "r:3:15: “#0” is no number of a column (#1 is the first)"
      ]
    ),
    (
      "fields:\n  issuer: B\n  instrument: T\n  amount: {column: A, unit: USD billion}",
      [
        "r:4:29: “billion” is 10⁹ in English and 10¹² in German: write bn or tn, or say language"
      ]
    ),
    (
      "fields:\n  issuer: B\n  instrument: T\n  amount: {column: A, unit: USD lots}",
      [
        "r:4:29: “lots” is no unit"
      ]
    ),
    (
      "fields:\n  issuer: B\n  instrument: T\n  coupon: {column: A, unit: m}",
      [
        "r:4:29: “m” is none of percent, fraction, basis_points"
      ]
    ),
    (
      "fields:\n  issuer: B\n  instrument: T\n  coupon: {column: A, as: money}",
      [
        "r:4:27: “money” is no value of as "
          + "(one of text, amount, number, percent, basis_points, years, date, flag)"
      ]
    ),
    (
      "to: rating\nfields: {grade: B}",
      [
        "r:1:1: no field says the agency (add it to the fields: a column, or a value)"
      ]
    ),
    ("a: &x 1", ["r:1:4: anchors and aliases are not read (write the value out)"]),
    ("a: !t 1", ["r:1:4: tags are not read (write the value alone)"]),
    ("a: 1\na: 2", ["r:2:1: “a” stands twice"]),
    ("a: 1\n---\nb: 2", ["r:2:1: a second document begins (one file holds one document)"]),
    (String(repeating: "[", count: 99), ["r:1:42: it is nested deeper than 40 levels"]),
  ])
  func `what is wrong is told at its place, all at once`(rules: String, problems: [String]) {
    #expect(RulesBench.problems(rules) == problems)
  }

  @Test func `what is no YAML is told at its place`() {
    let problems = RulesBench.problems("fields: {issuer: B\nto: deal_sheet")
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("r:2:3: this is no YAML: ") == true, "\(problems)")
  }

  @Test(arguments: [
    ("issuer: B, instrument: T", "B,T\nx,bond\n", ""),
    ("issuer: b, instrument: '#2'", "B,T\nx,bond\n", ""),
    ("issuer: Bo*, instrument: T?", "Borrower,T1\nx,bond\n", ""),
    (
      "issuer: Borower, instrument: T", "Borrower,T\nx,bond\n",
      "r:1:18: the table has no column “Borower” (did you mean “Borrower”?)"
    ),
    (
      "issuer: B, instrument: T", "B,T,B\nx,bond,y\n",
      "r:1:18: “B” is the name of 2 columns of the table (say #1 or #3)"
    ),
    (
      "issuer: B, instrument: T, amount: {column: Amount*, unit: m}",
      "B,T,Amount (USD bn)\nx,bond,1\n",
      "t:1:5: the header “Amount (USD bn)” says bn, and the rules say m (say unit: at r:1:44)"
    ),
    (
      "issuer: B, instrument: T, amount: {column: Amount*}", "B,T,Amount (thousands)\nx,bond,1\n",
      "t:1:5: the header “Amount (thousands)” says thousands, and the rules say no unit "
        + "(say unit: at r:1:44)"
    ),
    (
      "issuer: B, instrument: T, amount: {column: Amount*, unit: EUR m}",
      "B,T,Amount (USD m)\nx,bond,1\n",
      "t:1:5: the header “Amount (USD m)” says USD, and the rules say EUR m (say unit: at r:1:44)"
    ),
    (
      "issuer: B, instrument: T, coupon: Coupon (bps)", "B,T,Coupon (bps)\nx,bond,1\n",
      "t:1:5: the header “Coupon (bps)” says basis points, and the rules say no unit "
        + "(say unit: at r:1:44)"
    ),
  ])
  func `rules are held against the header`(fields: String, table: String, problem: String) throws {
    do {
      _ = try RulesBench.rows("fields: {\(fields)}", table)
      #expect(problem == "")
    } catch {
      #expect("\(error)".split(separator: "\n").first.map { String($0) } == problem)
    }
  }
}
