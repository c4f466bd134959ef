/// One grade of a text with what stands around it, before it is known whose it is.
struct RatingPiece {
  /// The grade as printed, without marks; `nil` while only marks have been met.
  var word: String?
  /// The agency named beside it.
  var agency: RatingAgency?
  /// The marks around it.
  var markers = RatingMarkers()
  /// The kinds of marks in words that stand before the grade.
  var before: Set<RatingMarkers.Kind> = []
  /// The kinds of marks in words that stand after the grade.
  var after: Set<RatingMarkers.Kind> = []

  /// Whether nothing has been met.
  var isEmpty: Bool { word == nil && agency == nil && before.isEmpty && markers == RatingMarkers() }
}
