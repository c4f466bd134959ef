/// What the words around a figure say beyond its qualifier. The raw value is its code.
public enum AmountNuance: String, Sendable, CaseIterable {
  /// Nothing.
  case plain
  /// `more than`, `under`: the figure itself is not meant.
  case exclusive
  /// `drygt`, `just over`: a little more than the figure.
  case slightlyAbove = "slightly_above"
  /// `knappt`, `nearly`: a little less than the figure.
  case slightlyBelow = "slightly_below"
  /// `about 18 to 20`, `up to about 90`: the ends themselves are only near.
  case approximate
}
