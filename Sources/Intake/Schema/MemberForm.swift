/// What a member of a document may be, as far as its shape goes.
enum MemberForm {
  case text, number, truth
  /// A date, as exact as the source.
  case days
  case key
  /// A text, a number or a truth value.
  case scalar
  /// A whole number from 1.
  case wholeNumber
  /// A code of a list, or its words.
  case code(String)
  /// A code of the first list or of the second.
  case codes(String, String)
  /// A name, or `{"key": …}`.
  case party
  /// A source by its place in `sources` or by key.
  case source
  /// A list of parties.
  case parties
  /// The sources a document cites.
  case sources
  /// A list of objects of a shape.
  case list(String)
  /// A list of texts, or of objects of a shape.
  case textsOr(String)
  /// A text, or an object of a shape.
  case textOr(String)
  case yesOrNo

  /// The shape of the objects inside, where there are any.
  var shape: String? {
    switch self {
    case .list(let name), .textsOr(let name), .textOr(let name): name
    case .sources: "citation"
    case .party, .parties: "party_key"
    default: nil
    }
  }
}

/// An object of documents: the names it may have, and what each may be.
struct DocumentShape {
  /// A name of an object, what it may be, and whether it must be there.
  struct Member {
    let name: String
    let form: MemberForm
    let isRequired: Bool
  }

  let name: String
  /// The one name that tells a document of its own.
  let telling: String?
  let members: [Member]
  /// What must be there unless the document is to be taken word for word.
  let usual: [String]

  /// - Parameters:
  ///   - required: the names that must be there.
  ///   - members: each name with what it may be.
  init(
    _ name: String, telling: String? = nil, required: String = "", usual: String = "",
    _ members: [(String, MemberForm)]...
  ) {
    let required = Set(required.split(separator: " ").map(String.init))
    self.name = name
    self.telling = telling
    self.usual = usual.split(separator: " ").map(String.init)
    self.members = members.joined().map {
      Member(name: $0.0, form: $0.1, isRequired: required.contains($0.0))
    }
  }
}
