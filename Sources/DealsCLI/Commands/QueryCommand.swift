import ArgumentParser
import Intake
import Ledger
import Reporting
import SQLite
import Tabular

/// `deals query`
struct QueryCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask a saved question; without a name, list them.",
    discussion: """
      --show prints a query with its definition, its columns and what it can be asked with.

      Examples:
        deals query junk-bond-share
        deals query private-credit-total --as-of 2025-12-31 --format csv
        deals query private-credit-total --published-by 2025-11-10
        deals query junk-bond-share --known-at 4
        deals query party-flows --columns from_party,to_party,high_usd --limit 10
        deals query obligor-exposure --set party=Microsoft
        deals query junk-bond-share --show | sqlite3 deals.sqlite
        deals query --save my-question my-question.sql
        deals query --remove my-question
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var part: AnswerPartOptions
  @OptionGroup var parameters: ParameterOptions
  @OptionGroup var patience: PatienceOptions

  @Argument(
    help: "The query's name; with --save the file of its SQL, - for standard input.",
    completion: .custom(QueryNames.complete))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Keep a query of your own in the ledger; its file begins with a header, as --show has it.",
      valueName: "name"))
  var save: String?

  @Option(
    help: ArgumentHelp("Remove a query of your own.", valueName: "name"),
    completion: .custom(QueryNames.completeOwn))
  var remove: String?

  @Flag(help: "Print the query's text instead of running it.")
  var show = false

  func validate() throws {
    if let save, name == nil {
      throw ValidationError("--save \(save): name the file of its SQL, or - for standard input")
    }
    guard let option = save.map({ _ in "--save" }) ?? remove.map({ _ in "--remove" }) else {
      return
    }
    if save != nil, remove != nil { throw ValidationError("--save or --remove, not both") }
    if remove != nil, let name {
      throw ValidationError("--remove takes one name; '\(name)' is left over")
    }
    if show || earlier.knownAt != nil || earlier.publishedBy != nil {
      throw ValidationError("\(option) goes without --show, --known-at and --published-by")
    }
  }

  func execute() throws {
    if let save, let name { return try keep(save, from: name) }
    if let remove { return try discard(remove) }
    patience.prepare()
    var connection = try earlier.open(options) { connection in
      try name.map { [try SavedQueries.find($0, in: connection).sql] } ?? []
    }
    guard let name else { return try list(connection) }
    let query = try SavedQueries.find(name, in: connection)
    if show { return Console.result(Console.width == nil ? query.sql : SafeText.lines(query.sql)) }
    let question = try Question(query, values: try parameters.values(), in: connection)
    try patience.hold(&connection) { connection, deadline in
      try output.write(
        question, part.part, from: options, earlier, until: deadline, in: connection)
    }
  }

  private func list(_ connection: borrowing Connection) throws {
    let listing = ResultSet(
      columns: [.init(name: "query"), .init(name: "answers"), .init(name: "origin")],
      rows: try SavedQueries.titles(in: connection).map {
        [.text($0.name), .text($0.title), .text($0.origin)]
      })
    try output.write(
      Self.answer(listing, title: "Saved queries"), part.part, from: options, earlier.question,
      in: connection)
  }

  private func keep(_ name: String, from path: String) throws {
    let bytes = try InputFile(path).unpacked().text(InputOptions()).bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileProblem(path: path, problem: "is not UTF-8 text", status: .refused)
    }
    var connection = try options.open()
    let saved = try SavedQueries.save(name, sql: text, in: &connection)
    options.tell(
      (saved.isReplaced ? "replaced " : "saved ") + name + "; ask it with `deals query \(name)`")
  }

  private func discard(_ name: String) throws {
    var connection = try options.open()
    try SavedQueries.remove(name, in: &connection)
    options.tell("removed \(name)")
  }
}
