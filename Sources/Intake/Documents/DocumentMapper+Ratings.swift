import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A rating action document.
  func mapRating(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    var rating = RatingAction(key: "")
    rating.origin = Origin(source: sources.first, locator: reader.text("locator"))
    rating.party = requiredParty("party", reader, context: "rating", origin: rating.origin)
    rating.tranche = ratedRecord("tranche", reader)
    rating.deal = ratedRecord("deal", reader)
    if rating.tranche != nil, rating.deal != nil {
      reader.refuse(nil, "is about a tranche or a deal, not both")
      rating.deal = nil
    }
    describe(&rating, reader)
    rating.notes = reader.text("notes")
    let key = reader.key("key")
    do {
      try grade(&rating, reader)
      rating.key = key ?? nextRatingKey(rating, of: rating.party)
      add(rating, at: reader.value)
      supportingClaims(sources, on: rating.key, table: RatingAction.table, at: reader.value)
    } catch {
      reader.refuse(reader.member(error.member), error.message)
    }
    reader.finish()
  }

  private func ratedRecord(_ table: String, _ reader: ObjectReader) -> String? {
    guard let key = reader.key(table), let place = reader.member(table) else { return nil }
    needed.append(Needed(tables: [table], key: key, place: place))
    return key
  }

  /// A rating inside a deal or a tranche. One that cannot be read becomes a claim and a warning.
  func mapNestedRating(
    _ reader: ObjectReader, of context: DealContext, deal: String?, tranche: String?
  ) {
    var rating = RatingAction(key: "")
    rating.deal = deal
    rating.tranche = tranche
    rating.origin = origin(reader, among: context.sources, within: context.origin)
    rating.party =
      party("party", reader, context: context.key, origin: rating.origin) ?? context.issuer
    rating.notes = reader.text("notes")
    describe(&rating, reader)
    let key = reader.key("key")
    do {
      try grade(&rating, reader)
      rating.key = key ?? nextRatingKey(rating, of: tranche ?? deal ?? rating.party)
      add(rating, at: reader.value)
    } catch {
      // Each is a claim of its own: two that cannot be read do not contradict each other.
      let record = tranche ?? deal ?? ""
      let others = claims.count { $0.record == record && $0.attribute.hasPrefix("rating") }
      var claim = PendingClaim(
        record: record, attribute: others == 0 ? "rating" : "rating_\(others + 1)",
        stance: "preferred",
        source: context.origin.source ?? "", place: reader.value)
      claim.value = "\(reader.text("agency") ?? "") \(reader.text("grade") ?? "")"
      claims.append(claim)
      reader.warn(
        reader.member(error.member), "\(error.message); kept as a claim on the record")
    }
    reader.finish()
  }

  /// Everything but the agency and its grade.
  private func describe(_ rating: inout RatingAction, _ reader: ObjectReader) {
    rating.scope = reader.text("scope")
    rating.acted = reader.days("date")
    rating.outlook = reader.code("outlook", in: "outlook")
    rating.action = reader.text("action")
    rating.watch = reader.code("watch", in: "watch")
    rating.isWithdrawn =
      reader.flag("is_withdrawn")
      ?? rating.action.map { $0.lowercased().contains("withdrawn") }
    rating.level = reader.settled("level", in: "rating_level") ?? level(of: rating)
  }

  /// What is rated: the record named, else what the scope says of the party.
  private func level(of rating: RatingAction) -> String {
    if rating.tranche != nil { return "tranche" }
    if rating.deal != nil { return "deal" }
    let scope = (rating.scope ?? "issuer").lowercased()
    if scope.contains("corporate family") { return "corporate_family" }
    if scope.contains("senior unsecured") { return "senior_unsecured" }
    if scope.contains("issuer") || scope.contains("idr") { return "issuer" }
    return "issue"
  }

  private struct Unreadable: Error {
    let member: String
    let message: String
  }

  private func grade(_ rating: inout RatingAction, _ reader: ObjectReader) throws(Unreadable) {
    let agencyText = reader.text("agency") ?? ""
    let gradeText = reader.text("grade") ?? ""
    guard let agency = RatingAgency(name: agencyText) else {
      throw Unreadable(member: "agency", message: "'\(agencyText)' names no single rating agency")
    }
    let grade: RatingGrade
    do throws(RatingError) {
      grade = try RatingGrade(gradeText, agency: agency)
    } catch {
      throw Unreadable(member: "grade", message: "\(error)")
    }
    guard grade.scale != .shortTerm, !grade.isAbsent else {
      throw Unreadable(member: "grade", message: "'\(grade.code)' is no long-term grade")
    }
    rating.agency = agency.rawValue
    rating.grade = grade.code
    rating.scale = reader.settled("scale", in: "rating_scale") ?? grade.scale.rawValue
    rating.kind =
      reader.code("rating_kind", in: "rating_kind")
      ?? kind(of: grade, action: rating.action).rawValue
  }

  /// Expected and provisional ratings are no actual ones, whether the grade or the action says so.
  private func kind(of grade: RatingGrade, action: String?) -> RatingKind {
    guard grade.kind == .actual, let words = action?.lowercased() else { return grade.kind }
    return [.expected, .provisional, .preliminary].first { words.contains($0.rawValue) } ?? .actual
  }

  /// A rating in a document of its own is numbered with its party's, one inside a deal with that
  /// deal's, so that each file gives the same keys whatever it is imported with. One that is on
  /// record already keeps its number; another of the same agency and day takes the next.
  private func nextRatingKey(_ rating: RatingAction, of subject: String) -> String {
    let day = rating.acted.on.map { PlainText.days($0, rating.acted.until ?? $0) } ?? "undated"
    let stem = RecordKey.normalised("\(subject)/\(rating.agency)/\(day)")
    let content = Self.content(of: rating)
    var number = 1
    while true {
      let key = "\(stem)/\(number)"
      let isFree = !batch.contains(table: RatingAction.table, key)
      if isFree, ratingsOnRecord[key].map({ $0 == content }) ?? true { return key }
      number += 1
    }
  }

  /// What makes two actions of one agency on one day different.
  static func content(of rating: RatingAction) -> String {
    [rating.level, rating.scope ?? "", rating.grade, rating.kind ?? "actual"]
      .joined(separator: "\u{1F}")
  }
}
