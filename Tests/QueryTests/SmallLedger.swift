import Intake
import Ledger
import SQLite
import Tabular
import TestSupport

/// A ledger of a few documents, to be counted by hand.
enum SmallLedger {
  /// Where a document that cites nothing has it from.
  private static let paper = """
    {"key": "paper", "source_kind": "news", "title": "A story", "publisher": "The Paper",
     "published_on": "2025-01-02", "grade": "S"}
    """

  /// Makes a ledger of the reference data and these documents.
  static func open(_ documents: [String]) throws -> Connection {
    var ledger = try ShippedLedger.open(.none)
    try add(documents, to: &ledger)
    return ledger
  }

  /// Adds documents in a run of their own.
  static func add(_ documents: [String], to ledger: inout Connection) throws {
    let texts = [paper] + documents.map(cited)
    let inputs = texts.enumerated().map { SourceText($1, name: "document \($0)") }
    _ = try Importer().run(inputs, command: "test", into: &ledger)
  }

  static func open(_ documents: String...) throws -> Connection { try open(documents) }

  private static func cited(_ document: String) -> String {
    let isSource = document.contains(#""source_kind""#)
    guard !isSource, !document.contains(#""sources""#) else { return document }
    return "\(document.dropLast(document.reversed().prefix { $0 != "}" }.count + 1))"
      + #", "sources": ["paper"]}"#
  }
}

/// Documents in a few words.
enum Document {
  /// A bond that is priced, signed for and known from a filing.
  ///
  /// - Parameters:
  ///   - amount: in billions, as ``amount(_:)`` reads it.
  ///   - ratings: agency and grade, as in `S&P BBB-, DBRS BB (high)`; all of the day before.
  ///   - more: further members.
  static func bond(
    _ key: String, _ amount: String, ratings: String = "", currency: String = "USD",
    priced: String = "2025-06-02", binding: String = "definitive", issuer: String = "Borrower",
    more: String = ""
  ) -> String {
    let rated = ratings.split(separator: ", ").map { rating in
      let words = rating.split(separator: " ", maxSplits: 1)
      return #"{"agency": "\#(words[0])", "grade": "\#(words[1])", "date": "2025-05-01"}"#
    }
    let members = [
      #""key": "\#(key)", "name": "Notes \#(key)", "kind": "bond", "issuer": "\#(issuer)""#,
      #""currency": "\#(currency)", "priced_on": "\#(priced)", "binding": "\#(binding)""#,
      more.contains(#""evidence""#) ? "" : #""evidence": "filed""#,
      #""ratings": [\#(rated.joined(separator: ", "))]"#, self.amount(amount), more,
    ]
    return "{\(members.filter { !$0.isEmpty }.joined(separator: ", "))}"
  }

  /// A deal of any kind.
  static func deal(
    _ key: String, _ kind: String, _ amount: String, issuer: String = "Borrower",
    binding: String = "definitive", more: String = ""
  ) -> String {
    let members = [
      #""key": "\#(key)", "name": "Deal \#(key)", "kind": "\#(kind)", "issuer": "\#(issuer)""#,
      #""currency": "USD", "signed_on": "2025-06-02", "evidence": "filed""#,
      #""binding": "\#(binding)""#, self.amount(amount), more,
    ]
    return "{\(members.filter { !$0.isEmpty }.joined(separator: ", "))}"
  }

  /// A contract with legs such as `Labco -> Chipco cash 40`.
  static func contract(
    _ key: String, _ kind: String, _ legs: String..., binding: String = "definitive",
    more: String = ""
  ) -> String {
    let written = legs.map { leg in
      let words = leg.split(separator: " ").map(String.init)
      let amount = words.count > 4 ? self.amount(words[4...].joined(separator: " ")) : ""
      let figure = amount.isEmpty ? "" : #", "currency": "USD", \#(amount)"#
      return #"{"from": "\#(words[0])", "to": "\#(words[2])", "what": "\#(words[3])"\#(figure)}"#
    }
    let members = [
      #""key": "\#(key)", "name": "Contract \#(key)", "kind": "\#(kind)""#,
      #""signed_on": "2025-06-02", "evidence": "filed", "binding": "\#(binding)""#,
      #""legs": [\#(written.joined(separator: ", "))]"#, more,
    ]
    return "{\(members.filter { !$0.isEmpty }.joined(separator: ", "))}"
  }

  /// Billions: `2`, `about 2`, `up_to 2`, `at_least 2`, `1 to 3`, or `?` for a figure not told.
  static func amount(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    switch words.count {
    case 3:
      return #""amount_low": \#(words[0])e9, "amount_high": \#(words[2])e9"#
    case 2: return #""amount": \#(words[1])e9, "qualifier": "\#(words[0])""#
    default: return text == "?" ? #""qualifier": "undisclosed""# : #""amount": \#(text)e9"#
    }
  }
}
