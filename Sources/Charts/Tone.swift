/// The colours of a picture, by what they say.
///
/// Six that stay apart on light and dark paper and for the colour-blind (after Okabe and Ito's
/// set), and one for what is not known.
public enum Tone: String, Sendable, CaseIterable {
  case blue, orange, green, purple, red, brown
  /// What is unknown, unrated, undated.
  case grey
}
