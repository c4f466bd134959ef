internal import Tabular

/// Something that can be drawn at any width.
public protocol Chart: Sendable {
  /// Draws it.
  ///
  /// - Parameter width: in CSS pixels. Below 480 the drawing is arranged for a phone.
  func drawing(width: Double) -> Drawing
}

/// A picture as elements of SVG, in CSS pixels. Its colours are those of `ChartStyle`.
public struct Drawing: Sendable, Equatable {
  /// In CSS pixels.
  public let width: Double
  /// In CSS pixels.
  public let height: Double
  /// The elements, without the `svg` around them.
  public let elements: String

  /// The picture as an element of a page that holds `ChartStyle.rules`.
  ///
  /// - Parameters:
  ///   - label: what a screen reader says of it; everything else in it is passed over.
  ///   - name: a further class of the element.
  public func element(label: String, class name: String) -> String {
    """
    <svg class="chart \(XMLText.escaped(name))" role="img" aria-label="\(XMLText.escaped(label))" \
    viewBox="0 0 \(NumberText.coordinate(width)) \(NumberText.coordinate(height))">\(elements)</svg>
    """
  }
}
